"""One settings file, fed by the environment; what is not said is production, and safe.

`make serve` and `make test` record profile, secret and database in var/environment, so that a bare
`.venv/bin/python manage.py …` meets the same database. A variable of the real environment wins over the record.

Profiles: production (the default) · development (make serve: DEBUG off, plain http on loopback, local mail) ·
debug (make dev: DEBUG, reload, style guide) · test.
"""

import os
from datetime import timedelta
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static

from monthlypeople.embedded_postgresql import DATABASE, EMBEDDED_URL

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
if (VAR_DIR / "environment").exists():
    env.read_env(VAR_DIR / "environment")

PROFILES = ("production", "development", "debug", "test")
PROFILE = env("MONTHLYPEOPLE_PROFILE", default="production")
if PROFILE not in PROFILES:
    raise ImproperlyConfigured(f"MONTHLYPEOPLE_PROFILE is {PROFILE!r}; it may be one of {', '.join(PROFILES)}.")
IS_PRODUCTION = PROFILE == "production"
DEBUG = PROFILE == "debug"

SECRET_KEY = env("SECRET_KEY", default="")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is not set, and var/environment does not record one: run `make serve` once, or set it."
    )
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=[] if IS_PRODUCTION else ["127.0.0.1", "localhost", "[::1]", "testserver"]
)

# Where readers find us, for links in letters: with scheme, and a slash at the end.
_FIRST_HOST = ALLOWED_HOSTS[0].lstrip(".") if ALLOWED_HOSTS else "localhost"
SITE_URL = env("SITE_URL", default=f"https://{_FIRST_HOST}/" if IS_PRODUCTION else "http://127.0.0.1:8000/")

INSTALLED_APPS = [
    "unfold.apps.BasicAppConfig",  # Its default one would put another site in the place of ours.
    "monthlypeople.apps.NewsroomConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "ckeditor",
    "monthlypeople",
    "accounts",
    "publisher",
    "reporters",
    "articles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "monthlypeople.security.SecurityHeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.LastSeenMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Innermost: it answers in the place of a sign-in page.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "monthlypeople.urls"
WSGI_APPLICATION = "monthlypeople.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "monthlypeople.chrome.chrome",
            ],
            "builtins": ["django.templatetags.static", "articles.templatetags.magazine"],
        },
    },
]

DATABASE_URL = env("DATABASE_URL", default="") or EMBEDDED_URL
if DATABASE_URL == EMBEDDED_URL:
    DATABASES = {
        "default": {
            "ENGINE": "monthlypeople.embedded_postgresql",
            "NAME": DATABASE,
            "EMBEDDED": {
                "data_directory": VAR_DIR / ("pg-test" if PROFILE == "test" else "pg"),
                "durable": PROFILE != "test",
            },
        }
    }
else:
    if not DATABASE_URL.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured(
            "DATABASE_URL must begin with postgres:// (or be empty, for the embedded PostgreSQL)."
        )
    DATABASES = {"default": env.db_url_config(DATABASE_URL, engine="django.db.backends.postgresql")}
DATABASES["default"] |= {
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
    # Two runs of the tests at once do not meet.
    "TEST": {"NAME": f"test_monthlypeople_{os.getpid()}"},
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.backends.NameOrEmailBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Five failures of one name from one address, and it waits (accounts/sign_ins.py).
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_CALLABLE = "accounts.sign_ins.name_tried"
AXES_CLIENT_IP_CALLABLE = "accounts.sign_ins.address_of"
AXES_LOCKOUT_CALLABLE = "accounts.sign_ins.wait_page"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# The header in which the proxy says where a reader comes from; without one, the connection tells.
CLIENT_ADDRESS_HEADER = env("CLIENT_ADDRESS_HEADER", default="")
# What else happens when somebody is disabled: functions (leaver, *, to, by) that hand work over (accounts/workflow.py).
HANDOVERS = ["articles.workflow.hand_over"]
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "accounts:me"
LOGOUT_REDIRECT_URL = "home"

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", "한국어")]
TIME_ZONE = "Asia/Seoul"
USE_TZ = True
FORMAT_MODULE_PATH = "monthlypeople.formats"
# What Unfold and Django say, where they have no Korean or a poor one. Named here it wins over theirs.
LOCALE_PATHS = [BASE_DIR / "monthlypeople/locale"]

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / ("media-test" if PROFILE == "test" else "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if PROFILE in ("debug", "test")
        else "monthlypeople.static_storage.StaticFilesStorage"
    },
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# What `manage.py run_periodic` runs, and how long after the last run (monthlypeople/periodic.py).
PERIODIC_JOBS = {
    "articles.most_read.refresh": timedelta(minutes=5),
    "articles.presence.purge": timedelta(days=1),
    "monthlypeople.periodic.reap_tasks": timedelta(minutes=1),
    "monthlypeople.periodic.prune": timedelta(days=1),
    "accounts.sign_ins.forget_old": timedelta(days=1),
}

MAILBOX_DIR = VAR_DIR / "mail"

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://127.0.0.1:25")
EMAIL_HOST, EMAIL_PORT = EMAIL_CONFIG["EMAIL_HOST"], EMAIL_CONFIG["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = EMAIL_CONFIG["EMAIL_HOST_USER"] or "", EMAIL_CONFIG["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = EMAIL_CONFIG.get("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="webmaster@localhost")

# Security. Behind a proxy that ends TLS, X-Forwarded-Proto says how the reader came.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = IS_PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_PRODUCTION
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"

UNFOLD = {
    "SITE_TITLE": "월간인물 편집국",
    "SITE_HEADER": "월간인물 편집국",
    "SITE_URL": "/",
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("img/favicon.svg")}],
    "STYLES": [lambda request: static("css/admin.css")],
    "LOGIN": {"form": "accounts.forms.NewsroomSignInForm"},
    "DASHBOARD_CALLBACK": "publisher.notices.dashboard",
    "SIDEBAR": {"navigation": "monthlypeople.menu.navigation"},
    "COLORS": {
        # The site's vermilion, from paper to dark.
        "primary": {
            "50": "#fdf3f2",
            "100": "#fbe4e1",
            "200": "#f7cdc8",
            "300": "#efa9a1",
            "400": "#e4796d",
            "500": "#d55243",
            "600": "#c8372d",
            "700": "#a32a21",
            "800": "#87261f",
            "900": "#712520",
            "950": "#3d0f0c",
        },
    },
}

SILENCED_SYSTEM_CHECKS = [
    # CKEditor 4 has reached its end of life. It is what the design names; staff alone load it, and whatever it
    # sends is sanitised on the server (docs/decisions).
    "ckeditor.W001",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"without_secrets": {"()": "monthlypeople.logs.WithoutSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["without_secrets"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
