from wagtail import hooks

from cluster.accounts.my_space import Panel

from ..models import WorkCredit

SHOWN = 5


@hooks.register("my_space_panels", order=12)
def credits_to_answer(request):
    """What others ask; and the way to what was answered before."""
    every = WorkCredit.objects.of_member(request.user).select_related("owner")
    waiting = list(every.filter(answer=WorkCredit.Answer.OPEN)[: SHOWN + 1])
    if not waiting and not every.exists():
        return None
    return Panel(
        "directory/my_profile/credits_panel.html",
        {"credits": waiting[:SHOWN], "more": waiting[SHOWN:]},
    )
