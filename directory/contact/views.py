from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cluster.accounts.access import members_only
from cluster.core.sections import locate
from cluster.core.views import serve

from ..addresses import SHORTLIST
from ..models.contact import ContactMessage
from ..models.profile import ProfilePage
from ..outcome.answering import member_wants_questions
from ..outcome.forms import outcome_form
from .forms import ContactForm, ReplyForm, ReportForm, refuse_blocked
from .group import contact_all
from .limits import limited
from .links import link, opened
from .writing import answer, block, confirm, report, write


def contact_or_page(request, path):
    """`<profile address>contact/` below a directory; the same path elsewhere is a page's."""
    found = locate(request.path)
    if found is None or found[0].model not in recipients:
        return serve(request, path)
    section, (slug, *_rest) = found
    if section.model == "directory.directorypage" and slug in SHORTLIST.values():
        return contact_all(request, section.language)
    return contact(request, recipients[section.model](slug), address=f"{section.url}{slug}/")


def live_profile(slug):
    return ProfilePage.objects.live().select_related("member").filter(slug=slug).first()


recipients = {"directory.directorypage": live_profile}
"""Who is written to below the address of a section of this model, by the slug; None for nobody."""


@limited
def contact(request, recipient, *, address):
    if recipient is None or not recipient.messages_go_to:
        raise Http404
    context = {"profile": recipient, "address": address}
    if "done" in request.GET:
        return render(request, "directory/contact_sent.html", context)
    form = ContactForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if form.is_from_a_machine:
            return HttpResponseRedirect("?done=sent")
        if not refuse_blocked(form, [recipient]):
            message = write(recipient, form=form)
            return HttpResponseRedirect("?done=sent" if message.confirmed_at else "?done=confirm")
    return render(request, "directory/contact.html", {**context, "form": form})


@limited
def confirm_message(request, token):
    message = opened(token, "confirm")
    if message is None:
        return render(request, "directory/contact_no_link.html", status=404)
    if request.method == "POST":
        confirm(message[0])
        context = {"profile": message[0].recipient}
        if message[0].sent_along.exists():
            context = {"names": message[0].recipient_names}
        return render(request, "directory/contact_sent.html", context)
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
    mine = ContactMessage.objects.received_by(request.user)
    message = get_object_or_404(mine.select_related("outcome"), pk=pk)
    return conversation(request, message, by_creative=True, outcome_form=outcome_form(message))


@members_only
def my_messages(request):
    mine = ContactMessage.objects.received_by(request.user)
    page = Paginator(mine, 20).get_page(request.GET.get("page"))
    context = {"page_of_messages": page, "is_asked": member_wants_questions(request.user)}
    return render(request, "me/messages.html", context)


def conversation(request, message, *, by_creative, outcome_form=None):
    if by_creative and "block" in request.POST:
        return block_sender(request, message)
    is_blocked = message.is_blocked
    form = ReplyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not is_blocked and form.is_valid():
        answer(message, form=form, by_creative=by_creative)
        messages.success(request, _("Your answer is on its way."))
        return redirect(request.path)
    context = {
        "message": message,
        "by_creative": by_creative,
        "form": form,
        "outcome_form": outcome_form,
        "is_blocked": is_blocked,
        "report_url": link(message, "report", language=get_language()),
    }
    return render(request, "directory/conversation.html", context)


def block_sender(request, message):
    block(message, blocked=request.POST["block"] == "yes")
    said = {
        True: _("Blocked: nothing more from %(name)s reaches you."),
        False: _("%(name)s can write to you again."),
    }
    messages.success(request, said[message.is_blocked] % {"name": message.sender_name})
    return redirect(request.path)
