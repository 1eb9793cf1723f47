"""Opportunities as `/api/v1/opportunities/` answers them."""

import datetime as dt

from ninja import Field, Schema

from cluster.core.api import LanguageQuery

from .choices import Kind, Pay, PayUnit, Workplace


class OpportunityListQuery(LanguageQuery):
    type: list[str] = Field([], description=f"Any of {', '.join(Kind.values)}.")
    branch: list[str] = Field([], description="Slug of a branch; several: any of them.")
    skill: list[str] = Field([], description="Slug of a skill; several: all of them.")
    q: str = Field("", description="Words that all have to occur.")
    workplace: str = Field("", description=f"One of {', '.join(Workplace.values)}.")
    pay: str = Field("", description=f"One of {', '.join(Pay.values)}.")
    canton: str = Field("", description="Name of a canton.")
    language: str = Field("", description="Code of a language that is needed.")
    near: str = Field("", description="`lat,lon` or the name of a place.")
    radius: str = Field("", description="Kilometres around `near`; 10, if not said.")
    sort: str = Field("", description="`recent`, which is usual, or `deadline`.")
    limit: int = Field(20, ge=1, le=100)
    offset: int = Field(0, ge=0, le=100_000)


class NamedOut(Schema):
    slug: str
    name: str


class OpportunityPlaceOut(Schema):
    workplace: str = Field(description=f"One of {', '.join(Workplace.values)}.")
    locality: str
    canton: str
    point: tuple[float, float] | None = Field(
        description="Longitude, latitude (WGS 84) of the locality's centre."
    )


class PayOut(Schema):
    pay: str = Field(description=f"One of {', '.join(Pay.values)}.")
    min: int | None = Field(description="Euros.")
    max: int | None = Field(description="Euros.")
    unit: str = Field(description=f"One of {', '.join(PayUnit.values)}.")


class OpportunityOut(Schema):
    id: int
    slug: str
    type: str
    title: str
    introduction: str
    text_language: str = Field(description="What it is written in.")
    organisation: str
    branches: list[NamedOut]
    skills: list[NamedOut]
    place: OpportunityPlaceOut
    pay: PayOut
    languages: list[str]
    deadline: dt.date
    published_at: dt.datetime
    html_url: str
    api_url: str


class OpportunityDetailOut(OpportunityOut):
    body: str = Field(description="Plain text, empty lines between paragraphs.")
    rules: str
    fee: str
    answer_url: str = Field(description="Where to answer, if not through `html_url`.")
    updated_at: dt.datetime


class OpportunityListOut(Schema):
    count: int
    items: list[OpportunityOut]
