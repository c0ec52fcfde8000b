"""Addresses and places of the embedded services, and one real cluster from birth to end."""

import os
import tempfile
from contextlib import closing

import psycopg2
import pytest

from governance import environment
from governance.launch import places, postgres, processes, redis, services


@pytest.fixture
def running():
    with services.throwaway() as found:
        found.cluster_url = postgres.start(found.cluster)
        yield found.cluster
        postgres.stop(found.cluster)


def sql(cluster, *statements):
    with closing(psycopg2.connect(postgres.url(cluster))) as connection:
        connection.autocommit = True
        cursor = connection.cursor()
        for statement in statements:
            cursor.execute(statement)
        return cursor.fetchall()


def cluster(folder):
    return postgres.Cluster(folder / "data", folder / "a folder", places.own_account())


def test_the_url_survives_the_settings_parser(tmp_path):
    settings = environment.database(postgres.url(cluster(tmp_path), database="dev"))
    assert (settings["NAME"], settings["USER"]) == ("dev", "portal")
    assert settings["HOST"] == str(tmp_path / "a folder")


def test_without_redis_the_broker_is_the_database():
    assert services.broker_in("postgres:///portal?host=/s") == "sqla+postgresql+psycopg2:///portal?host=/s"


def test_checkouts_have_different_keys(tmp_path):
    assert places.key(tmp_path / "a") != places.key(tmp_path / "b")


def test_a_deep_checkout_gets_a_short_socket_folder(tmp_path):
    folder = places.sockets("s" * 90, account=places.own_account(), place=tmp_path)
    assert len(str(folder / ".s.PGSQL.5432")) <= 100
    folder.rmdir()


def test_a_private_folder_is_closed_to_others(tmp_path):
    folder = places.private(tmp_path / "inner", account=places.own_account())
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_link_laid_in_our_way_is_refused(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(places.Refused, match="another user"):
        places.private(tmp_path / "link", account=places.own_account())


def test_a_version_that_is_not_here_is_refused_by_its_number():
    with pytest.raises(places.Refused, match="PostgreSQL 9"):
        postgres.binaries(9, account=places.own_account())


def test_a_new_cluster_answers_with_the_order_of_code_points(running):
    ordered = "SELECT string_agg(c, '' ORDER BY c) FROM unnest(ARRAY['张','a','李','Z','乙']) c"
    assert sql(running, ordered) == [("Za乙张李",)]


def test_starting_twice_is_starting_once(running):
    pid = postgres.running(running)
    postgres.start(running)
    assert postgres.running(running) == pid


def test_what_is_in_the_database_is_there_after_the_next_start(running):
    sql(running, "CREATE TABLE kept (id int)", "SELECT 1")
    postgres.stop(running)
    postgres.start(running)
    assert sql(running, "SELECT to_regclass('kept')::text") == [("kept",)]


def test_a_database_whose_demo_was_broken_off_begins_anew(running):
    sql(running, "CREATE TABLE half (id int)", f"COMMENT ON DATABASE portal IS '{postgres.UNFINISHED}'", "SELECT 1")
    postgres.start(running)
    assert sql(running, "SELECT to_regclass('half')::text") == [(None,)]


def test_a_killed_server_does_not_block_the_next(running):
    killed = postgres.running(running)
    processes.end(killed, within=0, gently=9)
    postgres.start(running)
    assert postgres.running(running) not in {None, killed}


def test_nothing_of_a_throwaway_stays(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    with services.throwaway() as found:
        given = found.start()
        folder, pid = found.folder.parent, postgres.running(found.cluster)
    assert str(folder) in given["DATABASE_URL"]
    assert not folder.exists()
    assert processes.wait_until_gone(pid, within=5)


def test_services_named_by_the_environment_are_left_alone(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql:///elsewhere")
    monkeypatch.setenv("REDIS_URL", "redis://elsewhere")
    with services.throwaway() as found:
        assert found.start() == {}
        assert not postgres.running(found.cluster)


def test_what_a_killed_command_left_is_swept(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, living = tmp_path / f"{services.prefix()}left", tmp_path / f"{services.prefix()}living"
    left.mkdir()
    living.mkdir()
    with services.held(living):
        services.sweep()
    assert not left.exists()
    assert living.exists()


@pytest.mark.skipif(redis.program() is None, reason="no Redis for this machine: the portal then runs without")
def test_redis_answers_on_its_socket_and_ends(tmp_path):
    process = redis.start(tmp_path, log=tmp_path / "log")
    assert redis.answers(tmp_path)
    processes.end(process.pid)
    assert isinstance(process.wait(timeout=5), int)
    assert not redis.answers(tmp_path)


def test_the_owner_of_the_server_is_never_root():
    assert places.server_account().pw_uid != 0


def test_a_server_account_that_is_not_ours_cannot_enter_a_closed_folder(tmp_path):
    (tmp_path / "closed").mkdir(mode=0o700)
    (tmp_path / "closed" / "tool").touch(mode=0o755)
    assert places.reachable(tmp_path / "closed" / "tool", account=places.server_account()) == (os.getuid() != 0)
