from functools import wraps

from allauth.core.ratelimit import consume
from allauth.core.ratelimit import respond_429 as ask_to_wait
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from cluster.accounts.access import members_only
from cluster.core.sections import locate
from cluster.core.views import serve

from ..addresses import profile_url
from ..models.contact import ContactMessage
from ..models.profile import ProfilePage
from .delivery import recipient
from .forms import ContactForm, ReplyForm, ReportForm
from .links import opened
from .writing import answer, confirm, report, write


def limited(view):
    """So many writings a minute and an hour from one connection, and no more."""

    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.method == "POST" and not consume(request, action="contact"):
            return ask_to_wait(request)
        return view(request, *args, **kwargs)

    return never_cache(checked)


def contact_or_page(request, path):
    """`<profile address>contact/` below a directory; the same path elsewhere is a page's."""
    found = locate(request.path)
    if found is None or found[0].model != "directory.directorypage":
        return serve(request, path)
    return contact(request, slug=found[1][0])


@limited
def contact(request, slug):
    profile = get_object_or_404(ProfilePage.objects.live().select_related("member"), slug=slug)
    if not recipient(profile):
        raise Http404
    context = {"profile": profile, "address": profile_url(slug, get_language())}
    if "done" in request.GET:
        return render(request, "directory/contact_sent.html", context)
    form = ContactForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if form.is_from_a_machine:
            return HttpResponseRedirect("?done=sent")
        message = write(profile, form=form)
        return HttpResponseRedirect("?done=sent" if message.confirmed_at else "?done=confirm")
    return render(request, "directory/contact.html", {**context, "form": form})


@limited
def confirm_message(request, token):
    message = opened(token, "confirm")
    if message is None:
        return render(request, "directory/contact_no_link.html", status=404)
    if request.method == "POST":
        confirm(message[0])
        return render(request, "directory/contact_sent.html", {"profile": message[0].profile})
    return render(request, "directory/contact_confirm.html", {"message_to_send": message[0]})


@limited
def report_message(request, token):
    message = opened(token, "report")
    if message is None:
        return render(request, "directory/contact_no_link.html", status=404)
    form = ReportForm(request.POST if request.method == "POST" else None)
    reported = request.method == "POST" and form.is_valid()
    if reported:
        report(message[0], because=form.cleaned_data["reported_because"])
    context = {"form": form, "reported": reported}
    return render(request, "directory/contact_report.html", context)


@limited
def conversation_by_link(request, token):
    found = opened(token, "sender", "creative")
    if found is None:
        return render(request, "directory/contact_no_link.html", status=404)
    message, purpose = found
    return conversation(request, message, by_creative=purpose == "creative")


@members_only
@limited
def my_message(request, pk):
    mine = ContactMessage.objects.filter(profile__member=request.user, confirmed_at__isnull=False)
    message = get_object_or_404(mine.select_related("profile"), pk=pk)
    return conversation(request, message, by_creative=True)


@members_only
def my_messages(request):
    mine = ContactMessage.objects.filter(profile__member=request.user, confirmed_at__isnull=False)
    page = Paginator(mine, 20).get_page(request.GET.get("page"))
    return render(request, "me/messages.html", {"page_of_messages": page})


def conversation(request, message, *, by_creative):
    form = ReplyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        answer(message, form=form, by_creative=by_creative)
        messages.success(request, _("Your answer is on its way."))
        return redirect(request.path)
    context = {"message": message, "by_creative": by_creative, "form": form}
    return render(request, "directory/conversation.html", context)
