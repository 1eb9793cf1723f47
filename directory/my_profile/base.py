"""What every address of `/me/profile/` shares."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from cluster.media.uploads import decoded

from .. import membership
from ..completeness import completeness_of
from ..models import ProfilePage
from . import typed
from .overview import address_of


@method_decorator(never_cache, name="dispatch")
class MemberView(TemplateView):
    """A page of a member's own; log-in first, and whatever was typed survives it."""

    after_log_in: Any = None
    """Where to go where the address itself only acts."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            if request.method == "POST":
                typed.keep(request)
            here = request.get_full_path() if request.method == "GET" else request.path
            return redirect_to_login(str(self.after_log_in or here))
        response = super().dispatch(request, *args, **kwargs)
        typed.say_whose(response, request.user)
        return response


class DraftView(MemberView):
    """A page that needs a draft: whoever has none is led to the first step of joining."""

    def dispatch(self, request, *args, **kwargs):
        user = request.user
        if user.is_authenticated and not ProfilePage.objects.filter(member=user).exists():
            return redirect("my_profile:who")
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def draft(self):
        return membership.draft_of(self.request.user)

    def get_context_data(self, **kwargs):
        completeness = self.draft and completeness_of(self.draft)
        next_url = completeness and completeness.next and address_of(completeness.next, self.draft)
        return super().get_context_data(completeness=completeness, next_url=next_url, **kwargs)


class SectionView(DraftView):
    """A form that changes a part of the draft: shown, checked, kept, with nothing typed lost."""

    template_name = "directory/my_profile/form.html"
    form_class: Any = None
    title: Any = ""
    introduction: Any = ""
    submit: Any = ""
    saved: Any = gettext_lazy("Saved.")
    saved_in_public: Any = gettext_lazy("Saved, and public now.")

    def get(self, request, *args, **kwargs):
        again = typed.take(request)
        form = self.make_form(self.draft, again)
        if again is not None:
            messages.info(request, _("Here is what you typed. It is not saved yet."))
        return self.show(form)

    def post(self, request, *args, **kwargs):
        files = decoded(request.FILES)
        with membership.editing(request.user) as draft:
            form = self.make_form(draft, request.POST, files)
            valid = self.is_valid(form, draft) and self.is_kept(form, draft)
        if not valid:
            return self.show(form, status=422)
        return self.done()

    def done(self):
        if self.saved:
            is_public = ProfilePage.objects.filter(member=self.request.user, live=True).exists()
            messages.success(self.request, self.saved_in_public if is_public else self.saved)
        return redirect(self.get_success_url())

    def make_form(self, draft, data=None, files=None):
        return self.form_class(data, files, instance=draft)

    def is_valid(self, form, draft):
        return form.is_valid()

    def is_kept(self, form, draft):
        try:
            self.keep(form, draft)
        except membership.Refused as refused:
            form.add_error(None, refused.sentences)
            return False
        return True

    def keep(self, form, draft):
        membership.save_draft(form.save(), by=self.request.user)

    def get_success_url(self):
        return reverse("my_profile:editor")

    def show(self, form, status=200):
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def get_context_data(self, **kwargs):
        return {
            "title": self.title,
            "introduction": self.introduction,
            "submit": self.submit or _("Save"),
            "back": reverse("my_profile:editor"),
            **super().get_context_data(**kwargs),
        }
