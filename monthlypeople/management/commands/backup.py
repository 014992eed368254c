from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from monthlypeople.backups import DatabaseProgramError, back_up


class Command(BaseCommand):
    help = "데이터베이스와 사진을 한 파일로 보관합니다."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=settings.VAR_DIR / "backups")

    def handle(self, *, folder, **options):
        try:
            made = back_up(folder, Path(settings.MEDIA_ROOT))
        except DatabaseProgramError as error:
            raise CommandError(f"보관하지 못했습니다. {error}") from error
        self.stdout.write(f"보관했습니다: {made} ({made.stat().st_size / 1e6:.1f} MB)")
