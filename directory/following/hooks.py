from django.utils.translation import get_language
from wagtail import hooks

from cluster.accounts.my_space import MemberData, Panel

from ..models import FollowedList
from .lists import address_of, in_words, query_of


@hooks.register("my_space_panels", order=25)
def lists_followed(request):
    language = get_language()
    rows = [
        (followed, in_words(query_of(followed), language), address_of(followed, language))
        for followed in FollowedList.objects.filter(member=request.user)
    ]
    return Panel("directory/following/panel.html", {"rows": rows}) if rows else None


@hooks.register("export_member_data")
def my_followed_lists(user):
    every = FollowedList.objects.filter(member=user)
    return MemberData("followed_lists", list(every.values("query", "every", "created_at")))
