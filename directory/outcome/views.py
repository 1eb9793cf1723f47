from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cluster.accounts.access import members_only

from ..contact.limits import limited
from ..models import Answer, ContactMessage
from .answering import (
    asked_person,
    decline,
    decline_for_member,
    forget_declined,
    question_about,
    record,
)
from .asking import asked_with, names_of
from .forms import OutcomeForm
from .links import VALID, opened


def by_link(view):
    """The question that the link in the address is of; every other link is answered alike."""

    @limited
    def with_question(request, token):
        question = opened(token)
        if question is None:
            return render(request, "directory/contact_no_link.html", status=404)
        return view(request, question)

    return with_question


@by_link
def answer_by_link(request, question):
    """A page with the answer chosen and one button: what reads a mail before its reader opens every
    link of it."""
    message = question.outcome.message
    chosen = request.GET.get("answer", "")
    initial = {"answer": chosen if chosen in Answer.values else question.answer}
    form = OutcomeForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        record(question, form.cleaned_data["answer"])
        return HttpResponseRedirect(f"{request.path}?done")
    context = {
        "message": message,
        "by_creative": question.by_creative,
        "names": "" if question.by_creative else names_of(asked_with(message, question)),
        "form": form,
        "is_done": "done" in request.GET and question.answer,
        "is_asked_once_more": question.is_asked_once_more,
        "days": VALID.days,
    }
    return render(request, "directory/outcome/answer.html", context)


@by_link
def stop_by_link(request, question):
    """A page with one button, for the same reason."""
    if request.method == "POST":
        decline(asked_person(question.outcome.message, to_creative=question.by_creative))
        return HttpResponseRedirect(f"{request.path}?done")
    return render(request, "directory/outcome/stop.html", {"is_done": "done" in request.GET})


@members_only
@require_POST
@limited
def answer_in_my_space(request, pk):
    mine = ContactMessage.objects.received_by(request.user).filter(sent_at__isnull=False)
    message = get_object_or_404(mine.of_good_standing(), pk=pk)
    form = OutcomeForm(request.POST)
    if form.is_valid():
        record(question_about(message, to_creative=True), form.cleaned_data["answer"])
        messages.success(request, _("Thank you. You can change your answer here at any time."))
    else:
        messages.error(request, form.errors["answer"][0])
    return redirect("my_message", pk)


@members_only
@require_POST
def change_my_questions(request):
    """Whether a member is asked by mail."""
    if request.POST.get("ask"):
        forget_declined(request.user)
        messages.success(request, _("We ask you again what came of messages."))
    else:
        decline_for_member(request.user)
        messages.success(request, _("We do not ask you any more what came of messages."))
    return redirect("my_messages")
