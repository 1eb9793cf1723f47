from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cluster.accounts.access import members_only
from cluster.core.sections import locate
from cluster.core.views import serve

from ..addresses import SHORTLIST
from ..models.contact import ContactMessage, DirectReply, answers_directly
from ..models.profile import ProfilePage
from ..outcome.answering import member_wants_questions
from ..outcome.forms import outcome_form
from .forms import REFUSED, ContactForm, ReplyForm, ReportForm, refuse_blocked
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
    direct = recipient.title if answers_directly(recipient.member) else ""
    context = {"profile": recipient, "address": address, "direct": direct}
    if "done" in request.GET:
        return render(request, "directory/contact_sent.html", context)
    form = ContactForm(request.POST if request.method == "POST" else None, direct=direct)
    if request.method == "POST" and form.is_valid():
        if form.is_from_a_machine:
            return HttpResponseRedirect("?done=sent")
        if not refuse_blocked(form, [recipient]):
            message = write(recipient, form=form)
            return HttpResponseRedirect("?done=sent" if message.confirmed_at else "?done=confirm")
    return render(request, "directory/contact.html", {**context, "form": form})


@limited
def confirm_message(request, token):
    found = opened(token, "confirm")
    if found is None:
        return render(request, "directory/contact_no_link.html", status=404)
    message, _purpose = found
    if request.method == "POST":
        confirm(message)
        if message.confirmed_at:
            context = {"profile": message.recipient}
            if message.sent_along.exists():
                context = {"names": message.recipient_names}
            return render(request, "directory/contact_sent.html", context)
        messages.error(request, REFUSED % {"names": message.recipient_name})
    return render(request, "directory/contact_confirm.html", {"message_to_send": message})


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
    context = {
        "page_of_messages": page,
        "is_asked": member_wants_questions(request.user),
        "is_direct": answers_directly(request.user),
    }
    return render(request, "me/messages.html", context)


@members_only
@require_POST
def change_my_answers(request):
    """Whether a member answers from their own mailbox."""
    if request.POST.get("direct"):
        DirectReply.objects.get_or_create(member=request.user)
        messages.success(request, _("Whoever writes to you can pass their address on from now on."))
    else:
        DirectReply.objects.filter(member=request.user).delete()
        messages.success(request, _("All your answers go through us."))
    return redirect("my_messages")


def conversation(request, message, *, by_creative, outcome_form=None):
    if by_creative and "block" in request.POST:
        return block_sender(request, message)
    is_blocked = message.is_blocked
    form = ReplyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not is_blocked and form.is_valid():
        text, key = form.cleaned_data["text"], form.cleaned_data["key"]
        answer(message, text=text, key=key, by_creative=by_creative)
        messages.success(request, _("Your answer is on its way."))
        return redirect(request.path)
    context = {
        "message": message,
        "by_creative": by_creative,
        "form": form,
        "outcome_form": outcome_form,
        "is_blocked": is_blocked,
        "direct_address": message.direct_address if by_creative else "",
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
