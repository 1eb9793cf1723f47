from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from cluster.accounts.my_space import MemberData, Panel

from ..models import ContactMessage, OutcomeQuestion, ReportedMessage
from ..models.contact import answers_directly
from ..outcome.answering import forget_declined, member_wants_questions

SHOWN = 5


@hooks.register("my_space_panels", order=20)
def messages_received(request):
    mine = ContactMessage.objects.received_by(request.user)
    newest = list(mine[:SHOWN])
    return Panel("me/messages_panel.html", {"newest": newest}) if newest else None


@hooks.register("export_member_data")
def my_questions(user):
    return MemberData("asked_what_came_of_messages", member_wants_questions(user))


@hooks.register("export_member_data")
def my_answers(user):
    return MemberData("answers_from_own_mailbox", answers_directly(user))


@hooks.register("delete_member_data")
def no_word_of_my_questions(user):
    forget_declined(user)


@hooks.register("export_member_data")
def my_messages(user):
    mine = ContactMessage.objects.received_by(user)
    said = OutcomeQuestion.objects.filter(by_creative=True, outcome__message__in=mine.values("pk"))
    came_of = dict(said.values_list("outcome__message", "answer"))
    return MemberData(
        "messages",
        [
            {
                "from": message.sender_name,
                "from_address": message.sender_email if message.passes_address else "",
                "written_on": message.created_at,
                "text": message.text,
                "blocked_on": message.blocked_at,
                "came_of_it": came_of.get(message.pk, ""),
                "answers": list(message.replies.values("by_creative", "created_at", "text")),
            }
            for message in mine.prefetch_related("replies")
        ],
    )


class ReadOrDelete(ModelPermissionPolicy):
    """Nobody writes or changes one, administrators neither."""

    def user_has_permission(self, user, action):
        return action in ("view", "delete") and super().user_has_permission(user, action)


register_permission_policy(ReportedMessage, ReadOrDelete(ReportedMessage))


class ReportedMessageViewSet(ModelViewSet):
    model = ReportedMessage
    icon = "warning"
    menu_name = "reported-messages"
    menu_label = _("Reported messages")
    add_to_admin_menu = True
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["reported_because"]
    list_display = ["sender_name", "recipient_name", "reported_because", "reported_at"]
    inspect_view_fields = [
        "sender_name",
        "recipient_name",
        "text",
        "created_at",
        "reported_because",
    ]


@hooks.register("register_admin_viewset")
def reported_messages():
    return ReportedMessageViewSet("reported_messages")
