"""`/me/profile/`: a member's own profile."""

from django.urls import path

from .credits import views as credits
from .my_profile import joining, sections, views, work_views

app_name = "my_profile"
urlpatterns = [
    path("", views.EditorView.as_view(), name="editor"),
    path("start/who/", joining.WhoView.as_view(), name="who"),
    path("start/what/", joining.WhatView.as_view(), name="what"),
    path("start/where/", joining.WhereView.as_view(), name="where"),
    path("about/", sections.AboutView.as_view(), name="about"),
    path("text/<slug:language>/", sections.TextView.as_view(), name="text"),
    path("skills/", sections.WhatView.as_view(), name="skills"),
    path("availability/", sections.AvailabilityView.as_view(), name="availability"),
    path("portrait/", sections.PortraitView.as_view(), name="portrait"),
    path("place/", sections.PlaceView.as_view(), name="place"),
    path("team/", sections.TeamView.as_view(), name="team"),
    path("links/", sections.LinksView.as_view(), name="links"),
    path("contact/", sections.ContactView.as_view(), name="contact"),
    path("work/", work_views.WorksView.as_view(), name="works"),
    path("work/add/", work_views.WorkView.as_view(), name="add_work"),
    path("work/<uuid:key>/", work_views.WorkView.as_view(), name="work"),
    path("work/<uuid:key>/credits/", credits.WorkCreditsView.as_view(), name="work_credits"),
    path("credits/", credits.CreditsView.as_view(), name="credits"),
    path("credits/<int:pk>/", credits.AnswerView.as_view(), name="credit_answer"),
    path("preview/", views.PreviewView.as_view(), name="preview"),
    path("submit/", views.SubmitView.as_view(), name="submit"),
    path("withdraw/", views.WithdrawView.as_view(), name="withdraw"),
    path("confirm/", views.KeepView.as_view(), name="confirm"),
    path("unpublish/", views.UnpublishView.as_view(), name="unpublish"),
]
