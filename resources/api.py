"""`/api/v1/resources/`: guides, checklists, prices and organisations, for programs."""

from dataclasses import fields
from typing import Any

from django.conf import settings
from django.db.models import Count
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import translation
from ninja import Query, Router
from ninja.errors import ValidationError

from cluster.core.api import LanguageQuery, language_of
from cluster.core.sections import open_to_all
from directory.models import Branch

from . import answers, schemas
from .contributed import contributed
from .languages import best_of
from .models import (
    ChecklistPage,
    Gap,
    GuidePage,
    Need,
    Organisation,
    PriceListPage,
    PriceRow,
    TrainingPage,
)
from .models.base import ResourcePage
from .organisations.listing import chosen
from .outline import figures_of, minutes_to_read, outline
from .prices import MINIMUM_OBSERVATIONS
from .procedures.answering import answer
from .procedures.verdict import Case

router = Router()


@router.get("/guides/", response=schemas.PagesOut, summary="Guides")
def guides(request: HttpRequest, parameters: Query[schemas.WindowQuery]):
    return _listed(GuidePage, "guides", request, parameters)


@router.get("/guides/{slug:slug}/", response=schemas.GuideOut, summary="One guide whole")
def guide(request: HttpRequest, slug: str, parameters: Query[schemas.RichQuery]):
    found = _found(GuidePage, slug, request)
    with translation.override(found.locale.language_code):
        content = answers.text_as(found.body.render_as_block(), parameters.format)
        return answers.page(found, "guides") | {
            "format": parameters.format,
            "contents": [
                {"anchor": anchor, "heading": heading} for anchor, heading in outline(found.body)
            ],
            "content": content,
            "minutes": minutes_to_read(found.body),
            "pdf_url": f"{settings.BASE_URL}{found.pdf_url}" if found.pdf_url else None,
            "figures": answers.figures(figures_of(found.body)),
        }


@router.get("/checklists/", response=schemas.PagesOut, summary="Checklists")
def checklists(request: HttpRequest, parameters: Query[schemas.WindowQuery]):
    return _listed(ChecklistPage, "checklists", request, parameters)


@router.get("/checklists/{slug:slug}/", response=schemas.ChecklistOut, summary="One checklist")
def checklist(request: HttpRequest, slug: str, parameters: Query[schemas.ChecklistQuery]):
    """The items that apply, with due dates where there is a `deadline`, and the procedure that
    applies to `buyer` and `amount` on the day of the `launch`."""
    found = _found(ChecklistPage, slug, request)
    said = parameters.dict(include={field.name for field in fields(Case)}, exclude_none=True)
    with translation.override(found.locale.language_code):
        answered = answer(found.items, Case(**said))
        items = [
            answers.checklist_item(item, parameters.format)
            for group in answered.groups
            for item in group.items
        ]
        return answers.page(found, "checklists") | {
            "format": parameters.format,
            "procedure": answers.procedure(answered),
            "items": items,
        }


@router.get("/price-list/", response=schemas.PricesOut, summary="Observed prices")
def prices(request: HttpRequest, parameters: Query[schemas.PriceQuery]):
    """Observed ranges, never recommended tariffs; those of few observations are left out."""
    language = language_of(request)
    lists = open_to_all(PriceListPage.objects.filter(rows__isnull=False)).distinct()
    chosen = [one.page.pk for one in best_of(lists.select_related("locale"), language)]
    everything = PriceRow.objects.filter(page_id__in=chosen).shown(MINIMUM_OBSERVATIONS)
    branch = _branch(parameters.branch) if parameters.branch else None
    # A site has tens of them, and those told are known only once they are counted together.
    found: list[Any] = [*everything.for_display(), *contributed(chosen)]
    rows = [
        row
        for row in found
        if (branch is None or row.branch == branch)
        and (not parameters.unit or row.unit == parameters.unit)
    ]
    window = rows[parameters.offset : parameters.offset + parameters.limit]
    return {"count": len(rows), "items": [answers.price(row, language) for row in window]}


@router.get("/price-list/{slug:slug}/", response=schemas.PriceListOut, summary="One price list")
def price_list(request: HttpRequest, slug: str, parameters: Query[LanguageQuery]):
    found = _found(PriceListPage, slug, request)
    language = found.locale.language_code
    with translation.override(language):
        rows = [answers.price(row, language) for row in found.published_rows()]
        return answers.page(found, "price-list") | {"prices": rows}


@router.get("/organisations/", response=schemas.OrganisationsOut, summary="Who helps")
def organisations(request: HttpRequest, parameters: Query[schemas.OrganisationsQuery]):
    if parameters.need and not Need.objects.filter(slug=parameters.need).exists():
        raise _unknown("need")
    found = chosen(parameters.dict()).prefetch_related("needs")
    window = found[parameters.offset : parameters.offset + parameters.limit]
    return {"count": found.count(), "items": [answers.organisation(one) for one in window]}


@router.get("/organisations/{slug:slug}/", response=schemas.OrganisationOut, summary="One of them")
def organisation(request: HttpRequest, slug: str, parameters: Query[LanguageQuery]):
    found = Organisation.objects.prefetch_related("needs")
    return answers.organisation(get_object_or_404(found, slug=slug))


@router.get("/needs/", response=schemas.NeedsOut, summary="Steps at which people need help")
def needs(request: HttpRequest, parameters: Query[schemas.WindowQuery]):
    every = Need.objects.annotate(helpers=Count("organisations"))
    window = every[parameters.offset : parameters.offset + parameters.limit]
    items = [
        {**answers.need(one), "step": one.position, "organisations": one.helpers} for one in window
    ]
    return {"count": every.count(), "items": items}


@router.get("/gaps/", response=schemas.GapsOut, summary="What people said is missing")
def gaps(request: HttpRequest, parameters: Query[schemas.WindowQuery]):
    every = Gap.objects.public().counted()
    window = every[parameters.offset : parameters.offset + parameters.limit]
    return {"count": every.count(), "items": [answers.gap(one) for one in window]}


@router.get("/trainings/", response=schemas.PagesOut, summary="Trainings")
def trainings(request: HttpRequest, parameters: Query[schemas.WindowQuery]):
    return _listed(TrainingPage, "trainings", request, parameters)


@router.get("/trainings/{slug:slug}/", response=schemas.TrainingOut, summary="One training whole")
def training(request: HttpRequest, slug: str, parameters: Query[schemas.RichQuery]):
    found = _found(TrainingPage, slug, request)
    with translation.override(found.locale.language_code):
        return answers.training(found, parameters.format)


def _listed(
    model: type[ResourcePage], room: str, request: HttpRequest, window: schemas.WindowQuery
) -> dict[str, Any]:
    """Each once, in the language asked for if there is one; an editor's handful, so whole."""
    pages = open_to_all(model.objects.select_related("locale")).order_by("path")
    found = best_of(pages, language_of(request))
    part = found[window.offset : window.offset + window.limit]
    return {"count": len(found), "items": [answers.page(one.page, room) for one in part]}


def _found(model: type[ResourcePage], slug: str, request: HttpRequest) -> Any:
    """The page of that slug in any language, in the language asked for if it exists in it."""
    keys = model.objects.live().filter(slug=slug).values("translation_key")
    pages = open_to_all(model.objects.filter(translation_key__in=keys))
    found = best_of(pages.select_related("locale").order_by("path"), language_of(request))
    if not found:
        raise Http404
    return found[0].page


def _branch(slug: str) -> Branch:
    branch = Branch.objects.filter(slug=slug).first()
    if branch is None:
        raise _unknown("branch")
    return branch


def _unknown(name: str) -> ValidationError:
    error = {"type": "value_error", "loc": ["query", name], "msg": f"Unknown {name}"}
    return ValidationError([error])
