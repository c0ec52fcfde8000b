"""The outbox: what must reach people is written with the event that causes it, and delivered afterwards."""
