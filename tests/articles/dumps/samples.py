"""A dump of an article's page as a browser copies it: the shape of the magazine's old pages, in words of our own."""

TITLE = "여울군 밤버스‘부름’한 해 만에 2만 명"
SUBTITLE = "막차 뒤의 세 시간\n전화 한 통에 마을회관 앞까지"
CAPTION = "여울읍 차고지에서 첫차를 기다리는‘부름버스’"
PARAGRAPHS = [
    "[월간견본] 여울군은 16.43㎢ 골짜기 일곱 면을 도는‘부름버스’의 첫 해 기록을 12일 내놓았다.",
    "기사들은 “손님이 없어도 문은 연다”며, “빈 차도 노선”이라고 했다.",
    "이날 모임에는 부품․시스템․정비를 맡은\u00a0업체 대표가 왔다.",
    "올해 예산은 400억원(국비 260, 도비 140) <정도>이며 R&D도 든다.",
]
MASTHEAD = {
    "postal_code": "01234",
    "address": "서울 가나구 다라로 1 (바동, 사빌딩 2층) 월간견본",
    "phone": "02-000-0001",
    "fax": "070-000-0002",
    "youth_officer": "모루닷",
    "corporation": "주식회사 월간견본",
    "representative": "모루한",
    "title": "월간견본",
    "business_number": "000-00-00003",
    "registration_number": "서울 아 00004",
    "publisher": "모루두",
    "copyright_notice": "월간견본 모든 콘텐츠(영상,기사, 사진)는 저작권법의 보호를 받습니다.",
    "open_reporting": "당 매체는 반론이나 정정보도를 요청할 창구를 열어두고 있습니다.",
    "ombudsperson": "모루엿",
    "ombudsperson_phone": "02-000-0005",
    "ombudsperson_email": "ombud@example.com",
}
HEAD_LINES = ("  • 표윤슬 기자", "  • 승인 2023.10.12 14:51", "  • 댓글 0")
FOOT = """
댓글삭제
삭제한 댓글은 다시 복구할 수 없습니다.
그래도 삭제하시겠습니까?
댓글 0
댓글쓰기
계정을 선택하시면 로그인·계정인증을 통해
댓글을 남기실 수 있습니다.

  • 01234 서울 가나구 다라로 1 (바동, 사빌딩 2층) 월간견본
  • 대표전화 : 02-000-0001
  • 팩스 : 070-000-0002
  • 청소년보호책임자 : 모루닷
  • 법인명 : 주식회사 월간견본
  • 대표자 : 모루한
  • 제호 : 월간견본
  • 사업자등록번호 : 000-00-00003
  • 등록번호 : 서울 아 00004
  • 등록일 : 2015년 04월 30일
  • 발행일 : 2015년 04월 14일
  • 발행인 : 모루두
  • 편집인 : 모루세, 모루네
  • 월간견본 모든 콘텐츠(영상,기사, 사진)는 저작권법의 보호를 받습니다.\N{NO-BREAK SPACE} | \N{NO-BREAK SPACE}Copyright © 2024 월간견본. All rights reserved.
  • 「열린보도원칙」 당 매체는 반론이나 정정보도를 요청할 창구를 열어두고 있습니다.
    고충처리인 모루엿 02-000-0005 ombud@example.com
우수콘텐츠 우수콘텐츠 견본협회 ND소프트
"""
FOOT_WITHOUT_COMMENTS = FOOT[FOOT.index("  • 01234") :]


def make_dump(*, title=TITLE, head=HEAD_LINES, lead=f"{SUBTITLE}\n{CAPTION}", paragraphs=PARAGRAPHS, foot=FOOT):
    """The text of a dump; `lead` is the block behind the share label, None for none."""
    blocks = ([] if lead is None else [lead]) + list(paragraphs)
    return "\n".join([title, title, *head, "이 기사를 공유합니다", "", "\n\n".join(blocks), "", foot])
