"""The site's addresses, and pages that show the parts of a map alone."""

from django import forms
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import path

from cluster.geo.forms import LocalityField, LocationField
from cluster.urls import urlpatterns as site

ESCH = (5.98056, 49.49583)


class WhereForm(forms.Form):
    locality = LocalityField(label="Town")
    location = LocationField(required=False, label="")


def many(request):
    context = {"features_url": "/test/features/?q=photo", "search_url": "/test/map/?q=photo"}
    points = [{"longitude": ESCH[0], "latitude": ESCH[1], "branch": 3, "id": 7}]
    return render(request, "test/map.html", {**context, "label": "Profiles", "points": points})


def one(request):
    place = {"longitude": ESCH[0], "latitude": ESCH[1], "label": "Rotondes"}
    return render(request, "test/map.html", {**place, "approximate": "about" in request.GET})


def features(request):
    def feature(longitude, latitude, **properties):
        geometry = {"type": "Point", "coordinates": [longitude, latitude]}
        return {"type": "Feature", "geometry": geometry, "properties": properties}

    profile = {
        "id": 7,
        "slug": "anna",
        "name": "Anna <b>Weber</b>",
        "headline": "Photographer",
        "branch": 3,
        "precision": "locality",
        "html_url": "/fr/annuaire/anna/",
    }
    cluster = {"cluster": True, "count": 12, "bbox": [6.05, 49.55, 6.2, 49.68]}
    stack = {"cluster": True, "count": 4, "bbox": [6.155, 49.867, 6.155, 49.867]}
    found = [
        feature(*ESCH, **profile),
        feature(6.13, 49.61, **cluster),
        feature(6.155, 49.867, **stack),
    ]
    return JsonResponse({"type": "FeatureCollection", "features": found})


def where(request):
    form = WhereForm(request.POST or None)
    done = form.cleaned_data if form.is_valid() else None
    return render(request, "test/where.html", {"form": form, "done": done})


urlpatterns = [
    path("test/map/", many),
    path("test/place/", one),
    path("test/features/", features),
    path("test/where/", where),
    *site,
]
