"""The roof: one settings file that reads the environment (docs/operations.md lists every variable)."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from governance import environment as env
from governance import logs

BASE_DIR = Path(__file__).resolve().parent.parent
env.load_running()

MODE = env.text("PORTAL_MODE", "production")  # production | demo | test
DEMO = MODE in {"demo", "test"}
DEBUG = env.flag("DEBUG") and DEMO


def secret(name):
    """A secret from the environment; only the demo may run on the published stand-in."""
    value = env.required(name, otherwise=DEMO and f"demo-only-{name.lower()}-published-in-the-source-0123456789")
    if not DEMO and (value.startswith("demo-only") or len(value) < 40):
        raise env.Misconfigured(f"{name} is a demo secret or shorter than 40 characters: refused outside the demo.")
    return value


SECRET_KEY = secret("SECRET_KEY")
BLIND_INDEX_KEY = secret("BLIND_INDEX_KEY")
DEMO_SEAL_KEY = "ZGVtby1vbmx5LXNlYWwta2V5LTAxMjM0NTY3ODlhYmM="
SEAL_KEYS = env.listing("SEAL_KEYS", DEMO_SEAL_KEY if DEMO else "")
if not SEAL_KEYS or (not DEMO and DEMO_SEAL_KEY in SEAL_KEYS):
    raise env.Misconfigured("SEAL_KEYS must hold at least one base64 key of 32 bytes that is not the demo's.")

ALLOWED_HOSTS = env.listing("ALLOWED_HOSTS", "*" if DEMO else "")
CSRF_TRUSTED_ORIGINS = env.listing("CSRF_TRUSTED_ORIGINS")
SITE_URL = env.text("SITE_URL", "http://127.0.0.1:8000")

INSTALLED_APPS = [
    "django_linear_migrations",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_filters",
    "django_prometheus",
    "django_structlog",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "guardian",
    "csp",
    "grids",
    "disputes",
    "emergencies",
    "supervision",
    "governance",
]

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "governance.web.guard.plain.PlainText",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "governance.web.second_factor.SecondFactorMiddleware",
    "governance.web.acting.ActingPostMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

ROOT_URLCONF = "governance.urls"
WSGI_APPLICATION = "governance.wsgi.application"
FORM_RENDERER = "governance.web.renderer.HouseRenderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["governance.web.tags", "django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "governance.web.furniture.furniture",
            ],
        },
    }
]

DATABASES = {"default": env.database(env.required("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
if READ_REPLICA_URL := env.text("READ_REPLICA_URL"):
    DATABASES["replica"] = env.database(READ_REPLICA_URL)
    DATABASE_ROUTERS = ["governance.replica.Replica"]

REDIS_URL = env.text("REDIS_URL")
CACHES = {
    "near": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "near"},  # pieces of pages, in each process
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
    if REDIS_URL and MODE != "test"
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

AUTH_USER_MODEL = "governance.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "governance.people.backends.PeopleBackend",
    "guardian.backends.ObjectPermissionBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
CSRF_FAILURE_VIEW = "governance.web.errors.forged"
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "desk"
ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = False
OTP_TOTP_ISSUER = "呼和浩特市社会治理平台"
AXES_FAILURE_LIMIT = env.number("SIGN_IN_FAILURE_LIMIT", 5)
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "governance.web.account.lockout.locked_out"
AXES_CLIENT_IP_CALLABLE = "governance.web.guard.limits.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_IPWARE_PROXY_COUNT = env.number("PROXY_COUNT", 0)
SECURED_ROLES_NEED_SECOND_FACTOR = env.flag("SECOND_FACTOR", default=True)

SESSION_ENGINE = "governance.web.sessions"
SESSION_COOKIE_AGE = 8 * 3600  # seconds: one working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEMO
SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", default=not DEMO)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = 0 if DEMO else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEMO
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
MAP_TILES_URL = env.text("MAP_TILES_URL")  # e.g. a tile server of the city; empty: the map stays away
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:", *([MAP_TILES_URL.split("/{")[0]] if MAP_TILES_URL else [])],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
PUBLIC_POSTS_PER_HOUR = env.number("PUBLIC_POSTS_PER_HOUR", 30)  # a public form, per address
OPEN311_READS_PER_HOUR = env.number("OPEN311_READS_PER_HOUR", 1200)  # of the open interface without a key, per address
HOTLINE_REFUSALS_PER_HOUR = env.number("HOTLINE_REFUSALS_PER_HOUR", 300)  # badly signed requests of the hotlines' interface, per address
TRACKING_TRIES_PER_HOUR = env.number("TRACKING_TRIES_PER_HOUR", 60)

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文"))]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = USE_TZ = True
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = PRIVATE_FILES_ROOT = Path(env.text("PRIVATE_FILES_ROOT", str(BASE_DIR / "var" / "files")))
PRIVATE_STORAGE = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": PRIVATE_FILES_ROOT}}
if S3_BUCKET := env.text("S3_BUCKET"):  # needs django-storages[s3]
    PRIVATE_STORAGE = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {"bucket_name": S3_BUCKET}}
STATIC_BACKEND = "governance.web.statics.RememberingStorage"
if DEBUG or MODE == "test":
    STATIC_BACKEND = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": PRIVATE_STORAGE,
    "private": PRIVATE_STORAGE,
    "staticfiles": {"BACKEND": STATIC_BACKEND},
}
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_485_760

EMAIL_BACKEND = env.text("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
EMAIL_HOST, EMAIL_PORT = env.text("EMAIL_HOST", "localhost"), env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_USER"), env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS, EMAIL_TIMEOUT = env.flag("EMAIL_USE_TLS"), 10
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "shzl@localhost")
SMS_ADAPTER = env.text("SMS_ADAPTER", "governance.notices.sms.ConsoleSms")
SMS_GATEWAY_URL, SMS_GATEWAY_KEY = env.text("SMS_GATEWAY_URL"), env.text("SMS_GATEWAY_KEY")

CELERY_BROKER_URL = env.text("CELERY_BROKER_URL") or REDIS_URL.replace("unix://", "redis+socket://")
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {"socket_connect_timeout": 1, "socket_timeout": 5, "visibility_timeout": 3600} if "redis" in CELERY_BROKER_URL else {}
)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_SERIALIZER = "json"
CELERY_TASK_TIME_LIMIT = 600  # seconds
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_ALWAYS_EAGER = env.flag("CELERY_EAGER")

LOGGING = logs.to_standard_output(level=env.text("LOG_LEVEL", "INFO"))
