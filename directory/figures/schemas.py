"""The figures as `/api/v1/figures/` answers them."""

import datetime as dt

from ninja import Field, Schema

from .counting import FEW, MONTHS


class NumberOut(Schema):
    slug: str
    name: str
    number: int


class RisingOut(NumberOut):
    number: int = Field(description="Claims in the last six months.")
    before: int = Field(description="Claims before.")


class GrowthOut(NumberOut):
    slug: str = Field(description="The month, as in 2026-05.")
    number: int = Field(description="Profiles that were public first in this month.")
    total: int = Field(description="Profiles at the end of the month.")


class ContactOut(Schema):
    slug: str = Field(description="The month, as in 2026-05.")
    name: str
    number: int | None = Field(description=f"Null where there are fewer than {FEW}.")
    fewer_than: int | None = Field(description="What the number is below, where it is not said.")
    asked: int | None = Field(description="Messages of which a side was asked what came of it.")
    answered: int | None = Field(description="Those whose outcome a side has said.")
    paid: int | None = Field(description="Of these, those that led to paid work.")
    collaboration: int | None = Field(description="Those that led to a collaboration only.")
    nothing: int | None = Field(
        description=f"Those that led to nothing. Each is null where there are fewer than {FEW}, or"
        " where it would tell such a number."
    )


class FiguresOut(Schema):
    at: dt.datetime = Field(description="When all of this was counted.")
    profiles: int = Field(description="All public profiles.")
    branch: list[NumberOut] = Field(description="A profile of two branches counts in both.")
    kind: list[NumberOut]
    size: list[NumberOut] = Field(description="People that a profile names.")
    canton: list[NumberOut]
    language: list[NumberOut] = Field(description="Spoken; a profile counts in each.")
    month: list[GrowthOut] = Field(description=f"The last {MONTHS}, of profiles public today.")
    skill: list[NumberOut] = Field(description="Those claimed most.")
    rising: list[RisingOut] = Field(
        description="Skills with a larger share of the recent claims than of those before."
    )
    opportunity: list[NumberOut] = Field(description="Open ones by type.")
    outcome: list[NumberOut] = Field(description="All listed opportunities by how they stand.")
    contact: list[ContactOut] = Field(description="Messages that the contact form passed on.")
