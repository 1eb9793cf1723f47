"""The shapes `/api/v1/directory/` answers in; written out for its description and its tests.

Answers are the finished texts of listings: they are not run through these on their way out.
"""

from ninja import Field, Schema

from cluster.core.api import LanguageQuery

from .filters import ProfileFilterForm

MOST = 100


class Named(Schema):
    slug: str
    name: str


class BranchName(Named):
    colour: int = Field(description="The number of its colour, 1 to 12")


class Place(Schema):
    locality: str
    canton: str
    point: tuple[float, float] | None = Field(description="Longitude, latitude (WGS 84)")
    precision: str = Field(description="`exact`, or `locality`: the centre of the locality")


class Picture(Schema):
    url: str
    width: int
    height: int
    alt: str


class Size(Schema):
    url: str
    width: int
    height: int


class LargePicture(Picture):
    srcset: list[Size] = Field([], description="The same in every width, as WebP")
    avif: list[Size] = Field([], description="The same as AVIF, once it is made")


class ProfileSummary(Schema):
    id: int
    slug: str
    name: str
    kind: str
    headline: str
    lang: str = Field(description="The language the headline is really in")
    branches: list[BranchName]
    skills: list[Named]
    place: Place
    languages: list[str]
    availability: str
    image: Picture | None
    unconfirmed_since: str | None = Field(
        description="The day of its last confirmation, where that is too long ago"
    )
    distance_km: float | None
    html_url: str
    api_url: str
    updated_at: str


class FacetValue(Named):
    count: int = Field(description="How many match with this value instead of the one chosen")


class Facets(Schema):
    branch: list[FacetValue]
    skill: list[FacetValue]
    kind: list[FacetValue]
    language: list[FacetValue]
    availability: list[FacetValue]
    canton: list[FacetValue]


class ProfileList(Schema):
    count: int
    items: list[ProfileSummary]
    facets: Facets | None = None


class ProfileText(Schema):
    headline: str
    body: str
    competences: str
    projects: str


class Credited(Schema):
    """A public profile, named for its part in a work."""

    name: str
    slug: str
    kind: str
    html_url: str
    api_url: str


class Credit(Credited):
    part: str


class Realisation(Schema):
    title: str
    role: str
    client: str
    year: int | None
    description: str
    url: str
    images: list[LargePicture]
    credits: list[Credit] = Field(description="Who took part, and has agreed to be named")


class CreditedWork(Schema):
    title: str
    year: int | None
    part: str = Field(description="Of the profile this is in")
    image: LargePicture | None
    profile: Credited = Field(description="Whose work it is")


class TeamMember(Schema):
    name: str
    role: str


class Link(Schema):
    label: str
    url: str


class ProfileDetail(ProfileSummary):
    texts: dict[str, ProfileText] = Field(description="By language")
    realisations: list[Realisation]
    credited: list[CreditedWork] = Field(
        description="Works of others it took part in, the newest 24 at most"
    )
    team: list[TeamMember]
    links: list[Link]
    portrait: LargePicture | None
    contactable: bool = Field(description="Whether its page has a form to write to it")
    confirmed_at: str | None


class FilterQuery(LanguageQuery):
    """Every filter of the directory; what they take is decided by the directory's own form."""

    q: str | None = Field(None, description="Words; typing mistakes and accents are forgiven")
    branch: list[str] | None = Field(None, description="Slugs: any of them")
    skill: list[str] | None = Field(None, description="Slugs: all of them")
    kind: str | None = Field(
        None, description=" · ".join(dict(ProfileFilterForm.base_fields["kind"].choices))
    )
    language: str | None = Field(None, description="A language spoken, as two letters")
    availability: str | None = Field(
        None, description=" · ".join(dict(ProfileFilterForm.base_fields["availability"].choices))
    )
    locality: str | None = None
    canton: str | None = None
    near: str | None = Field(None, description="`latitude,longitude` or a place's name")
    radius: float | None = Field(None, description="Kilometres around `near`; 10 unless told")
    bbox: str | None = Field(None, description="`west,south,east,north`")


class ListQuery(FilterQuery):
    sort: str | None = Field(None, description="relevance · distance · recent · name")
    page: int | None = Field(None, ge=1, description="Instead of `offset`")
    limit: int = Field(20, ge=1, le=MOST)
    offset: int | None = Field(None, ge=0, le=10_000_000)
    facets: bool = False


class MapQuery(FilterQuery):
    zoom: int = Field(9, ge=0, le=22, description="Of a web map; the higher, the finer")


class PointGeometry(Schema):
    type: str
    coordinates: tuple[float, float]


class FeatureProperties(Schema):
    """A cluster has `bbox`; a profile what names it."""

    cluster: bool
    count: int
    bbox: tuple[float, float, float, float] | None = None
    id: int | None = None
    slug: str | None = None
    name: str | None = None
    headline: str | None = None
    branch: int | None = None
    precision: str | None = None
    html_url: str | None = None


class Feature(Schema):
    type: str
    geometry: PointGeometry
    properties: FeatureProperties


class FeatureCollection(Schema):
    type: str
    features: list[Feature] = Field(description="At most 500; their counts add up to the matches")


class SuggestQuery(LanguageQuery):
    q: str = Field("", max_length=100)


class Suggestion(Schema):
    type: str = Field(description="branch · skill · place · profile")
    value: str
    label: str
    html_url: str


class Suggestions(Schema):
    items: list[Suggestion] = Field(description="At most 8")


class SkillQuery(LanguageQuery):
    q: str = Field("", max_length=100, description="What a word of their name begins with")
    limit: int = Field(MOST, ge=1, le=MOST)
    offset: int = Field(0, ge=0, le=10_000_000)


class Word(Named):
    count: int = Field(description="How many profiles have it")


class Vocabulary(Schema):
    count: int
    items: list[Word]
