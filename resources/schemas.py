"""What `/api/v1/resources/` answers."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from ninja import Field, Schema

from cluster.core.api import LanguageQuery
from directory.models.profile import SPOKEN_LANGUAGES

from .checklist import Door, Kind
from .organisations.audiences import Audience
from .prices import Unit
from .procedures.thresholds import Buyer, Procedure
from .purposes import Purpose

Format = Literal["html", "markdown"]


class WindowQuery(LanguageQuery):
    limit: int = Field(20, ge=1, le=100)
    offset: int = Field(0, ge=0, le=1_000_000)


class RichQuery(LanguageQuery):
    format: Format = Field("html", description="Of the texts")


class ChecklistQuery(RichQuery):
    door: Literal[tuple(Door.values)] | None = Field(None, description="Only what this side does")  # type: ignore[valid-type]
    kind: Literal[tuple(Kind.values)] | None = Field(None, description="Only what this kind needs")  # type: ignore[valid-type]
    deadline: dt.date | None = Field(
        None, ge=dt.date(1990, 1, 1), le=dt.date(2100, 1, 1), description="Gives the due dates"
    )
    buyer: Literal[tuple(Buyer)] | None = Field(None, description="Who buys")  # type: ignore[valid-type]
    amount: Decimal | None = Field(
        None, ge=0, le=100_000_000, description="The estimate without VAT; gives the procedure"
    )
    launch: dt.date | None = Field(
        None,
        ge=dt.date(1990, 1, 1),
        le=dt.date(2100, 1, 1),
        description="The thresholds are those of that day; today's where it is left out",
    )
    urgent: bool = False
    electronic: bool = False


class PriceQuery(WindowQuery):
    branch: str | None = Field(None, pattern=r"^[-\w]{1,60}$", description="A branch's slug")
    unit: Literal[tuple(Unit.values)] | None = None  # type: ignore[valid-type]


class OrganisationsQuery(WindowQuery):
    q: str | None = Field(None, max_length=120, description="Words that are said of it")
    purpose: Literal[tuple(Purpose.values)] | None = None  # type: ignore[valid-type]
    need: str | None = Field(None, pattern=r"^[-\w]{1,80}$", description="A need's slug")
    audience: Literal[tuple(Audience.values)] | None = None  # type: ignore[valid-type]
    language: Literal[tuple(code for code, _name in SPOKEN_LANGUAGES)] | None = Field(  # type: ignore[valid-type]
        None, description="In which one can speak to it"
    )


class SourceOut(Schema):
    name: str
    url: str


class FigureOut(Schema):
    slug: str
    name: str
    unit: str
    value: str | None = Field(description="As read in the language asked for; null: none today")
    amount: float | None = Field(description="The same as a number, where it is one")
    note: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    source: SourceOut | None
    certainty: str | None = Field(description="official · secondary · weak · general")
    to_confirm: bool
    reviewed_on: dt.date | None


class PageOut(Schema):
    id: int
    slug: str
    title: str
    introduction: str
    language: str
    reviewed_on: dt.date | None
    reviewed_by: str
    html_url: str
    api_url: str
    updated_at: dt.datetime | None


class PagesOut(Schema):
    count: int
    items: list[PageOut]


class ContentsOut(Schema):
    anchor: str
    heading: str


class GuideOut(PageOut):
    format: Format
    contents: list[ContentsOut]
    content: str
    minutes: int = Field(description="That it takes to read")
    pdf_url: str | None = Field(description="null: this installation writes no PDF")
    figures: list[FigureOut] = Field(description="Those that the text shows, as data")


class ChecklistItemOut(Schema):
    id: str
    title: str
    explanation: str
    doors: list[str]
    kinds: list[str]
    phase: str
    days_before: int | None
    due: dt.date | None
    source: SourceOut | None
    figures: list[FigureOut]


class ProcedureOut(Schema):
    procedure: Literal[tuple(Procedure)]  # type: ignore[valid-type]
    name: str
    day: dt.date = Field(description="Of the thresholds")
    candidates: int | None = Field(description="To be asked at least; null: no rule known")
    days: int | None = Field(description="From the notice to the deadline at least; null: no rule")
    earliest_deadline: dt.date | None
    needs_opinion: bool = Field(description="Of the Commission des soumissions, if not published")
    figures: list[FigureOut] = Field(description="What it stands on, with the values of that day")


class ChecklistOut(PageOut):
    format: Format
    procedure: ProcedureOut | None = Field(description="null: buyer and amount were not said")
    items: list[ChecklistItemOut]


class NamedOut(Schema):
    slug: str
    name: str


class PriceOut(Schema):
    service: str
    branch: NamedOut | None
    unit: str
    low: float = Field(description="Euros")
    typical: float
    high: float
    observations: int | None = Field(description="null: the source does not say how many")
    year: int
    source: SourceOut
    certainty: str
    to_confirm: bool


class PricesOut(Schema):
    count: int
    items: list[PriceOut]


class PriceListOut(PageOut):
    prices: list[PriceOut]


class NeedOut(NamedOut):
    purpose: str


class UnmetNeedOut(NeedOut):
    step: int
    organisations: int = Field(description="0: a gap")


class NeedsOut(Schema):
    count: int
    items: list[UnmetNeedOut]


class WhereOut(Schema):
    locality: str
    address: str
    point: tuple[float, float] | None = Field(description="Longitude and latitude, WGS 84")
    precision: Literal["exact", "locality"]


class OrganisationOut(Schema):
    slug: str
    name: str
    offer: str
    audience: str
    grant: str
    deadline: str
    locality: str
    url: str
    needs: list[NeedOut] = Field(description="The steps at which it helps")
    audiences: list[str] = Field(description="Empty: everybody")
    languages: list[str]
    email: str
    phone: str
    place: WhereOut
    certainty: str
    to_confirm: bool
    reviewed_on: dt.date | None
    api_url: str


class OrganisationsOut(Schema):
    count: int
    items: list[OrganisationOut]


class TrainingOut(PageOut):
    school: str
    school_url: str
    level: str
    locality: str
    languages: list[str]
    format: Format
    programme: str
    admission: str
    dates: str
    fee: str
    outcome: str


class GapOut(Schema):
    title: str
    status: str = Field(description="noted · building · done")
    answer: str
    number: int = Field(description="How many people said so")


class GapsOut(Schema):
    count: int
    items: list[GapOut]
