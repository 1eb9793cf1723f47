"""Events as `/api/v1/events/` answers them.

The answers are plain models, for they are made of dicts: a `Schema` looks each value up as if it
were of a database object, which takes several times as long."""

import datetime as dt

from ninja import Field
from pydantic import BaseModel

from cluster.core.api import LanguageQuery

from .choices import EventType, Format, Level, PublicState


class EventListQuery(LanguageQuery):
    from_: str = Field(
        "", alias="from", description="A date or moment in ISO 8601; now, if not said."
    )
    to: str = Field("", description="A date, which is included, or a moment, in ISO 8601.")
    branch: list[str] = Field([], description="Slug of a branch; several: any of them.")
    skill: list[str] = Field([], description="Slug of a skill; several: all of them.")
    type: list[str] = Field([], description=f"Any of {', '.join(EventType.values)}.")
    level: list[str] = Field([], description=f"Any of {', '.join(Level.values)}.")
    language: list[str] = Field([], description="Code of a language spoken there; any of several.")
    format: str = Field("", description=f"One of {', '.join(Format.values)}.")
    free: str = Field("", description="`true`: free of charge.")
    online: str = Field("", description="`true`: can be joined online, be it on site as well.")
    near: str = Field("", description="`lat,lon` or the name of a place.")
    radius: str = Field("", description="Kilometres around `near`; 10, if not said.")
    bbox: str = Field("", description="`west,south,east,north` in degrees.")
    programme: str = Field("", description="Slug of an event: those that are part of it.")
    q: str = Field("", description="Words that all have to occur.")
    limit: int = Field(20, ge=1, le=100)
    offset: int = Field(0, ge=0, le=100_000)


class BranchOut(BaseModel):
    slug: str
    name: str


class SkillOut(BaseModel):
    slug: str
    name: str


class SessionOut(BaseModel):
    id: str = Field(description="Stays when it is moved; its UID in calendars begins with it.")
    start: dt.datetime
    end: dt.datetime = Field(description="Of whole days: the midnight after the last one.")
    all_day: bool
    capacity: int | None = Field(
        description="Where people register for one session. Null: as many as want to come."
    )
    seats_left: int | None = Field(description="Where people register for one session.")
    state: str = Field(description=f"One of {', '.join(PublicState.values)}.")


class PlaceOut(BaseModel):
    venue: str
    address: str
    locality: str
    point: tuple[float, float] | None = Field(description="Longitude, latitude (WGS 84).")


class EventOut(BaseModel):
    id: int
    slug: str
    language: str
    title: str
    introduction: str
    type: str
    format: str
    branches: list[BranchOut]
    skills: list[SkillOut]
    level: str = Field(
        description=f"One of {', '.join(Level.values)}; empty where nothing is said."
    )
    sessions: list[SessionOut]
    place: PlaceOut | None
    registration_for: str = Field(
        description="`event`: a seat is one at all sessions. `session`: at one, and `capacity` and"
        " `seats_left` here are those of all sessions, or of those to come, together."
    )
    capacity: int | None
    seats_left: int | None
    state: str = Field(description=f"One of {', '.join(PublicState.values)}.")
    html_url: str
    api_url: str


class PersonOut(BaseModel):
    name: str
    role: str
    slug: str | None = Field(description="Of the public profile, if there is one.")


class PartOfOut(BaseModel):
    slug: str
    title: str
    html_url: str


class DocumentOut(BaseModel):
    title: str
    url: str
    type: str = Field(description="As the file's name ends.")
    size: int = Field(description="Bytes.")


class EventDetailOut(EventOut):
    body: str = Field(description="HTML.")
    documents: list[DocumentOut]
    recap: str = Field(description="HTML; of an event that is over.")
    free: bool
    price: str
    access_notes: str
    spoken_languages: list[str]
    people: list[PersonOut]
    registration_url: str | None
    ics_url: str
    part_of: list[PartOfOut] = Field(description="The programmes it is in, such as a festival.")
    programme_url: str | None = Field(description="Where the events that are part of it are.")
    updated_at: dt.datetime | None


class EventListOut(BaseModel):
    count: int
    items: list[EventOut]
