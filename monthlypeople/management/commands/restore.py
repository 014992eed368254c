from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from monthlypeople.backups import DatabaseProgramError, NotABackupError, restore


class Command(BaseCommand):
    help = "데이터베이스와 사진을 보관한 때로 되돌립니다."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="묻지 않고 되돌립니다.")

    def handle(self, *, file, yes, **options):
        if not file.is_file():
            raise CommandError(f"그런 파일이 없습니다: {file}")
        if not yes and not self.is_confirmed(file):
            raise CommandError("되돌리지 않았습니다.")
        try:
            made_at = restore(file, Path(settings.MEDIA_ROOT))
        except (NotABackupError, DatabaseProgramError) as error:
            raise CommandError(f"되돌리지 않았습니다. {error}") from error
        self.stdout.write(f"{timezone.localtime(made_at):%Y.%m.%d %H:%M}에 보관한 때로 되돌렸습니다.")

    def is_confirmed(self, file):
        self.stdout.write(f"지금 있는 데이터베이스와 사진이 모두 사라지고 {file.name} 의 것으로 바뀝니다.")
        try:
            return input("계속하려면 yes라고 적어 주세요: ").strip() == "yes"
        except EOFError:
            return False
