from allauth.core.ratelimit import consume
from allauth.core.ratelimit import respond_429 as ask_to_wait
from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from .. import membership
from ..addresses import directory_url
from ..models import FollowedList
from ..my_profile.base import MemberView
from ..query import ProfileQuery
from .lists import follow, in_words, opened, query_of


class HowOften(forms.ModelForm):
    class Meta:
        model = FollowedList
        fields = ["every"]
        widgets = {"every": forms.RadioSelect}


class FollowView(MemberView):
    """The filter stands in the address, as it does on the list."""

    template_name = "directory/following/follow.html"

    def post(self, request, *args, **kwargs):
        form, query = HowOften(request.POST), ProfileQuery.of(request.GET)
        if not (form.is_valid() and query.is_filtered):
            return self.show(form, status=422)
        try:
            follow(request.user, query, every=form.cleaned_data["every"])
        except membership.Refused as refused:
            form.add_error(None, refused.sentences)
            return self.show(form, status=422)
        messages.success(request, _("You follow this list. A letter comes when somebody is new."))
        return redirect("my_space")

    def show(self, form, status):
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def get_context_data(self, **kwargs):
        query = ProfileQuery.of(self.request.GET)
        language = get_language()
        return {
            "form": HowOften(),
            "words": in_words(query, language),
            "back": f"{directory_url(language)}{query.url()}",
            **super().get_context_data(**kwargs),
        }


@method_decorator(require_POST, name="dispatch")
class StopView(MemberView):
    after_log_in = reverse_lazy("my_space")

    def post(self, request, pk, *args, **kwargs):
        gone, _each = FollowedList.objects.filter(pk=pk, member=request.user).delete()
        if not gone:
            raise Http404
        messages.success(request, _("You follow this list no longer."))
        return redirect("my_space")


@never_cache
@csrf_exempt
def stop_by_link(request, token):
    """A page with one button: what reads a mail before its reader opens every link of it. Programs
    that read mail send what RFC 8058 names, and no token of ours."""
    if request.POST.get("List-Unsubscribe") == "One-Click":
        return _stop(request, token)
    return csrf_protect(_stop)(request, token)


def _stop(request, token):
    if request.method == "POST" and not consume(request, action="contact"):
        return ask_to_wait(request)
    pk = opened(token)
    if pk is None:
        return render(request, "directory/contact_no_link.html", status=404)
    followed = FollowedList.objects.filter(pk=pk).first()
    if followed and request.method == "POST":
        followed.delete()
        followed = None
    words = followed and in_words(query_of(followed), get_language())
    return render(request, "directory/following/stop.html", {"words": words})
