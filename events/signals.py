from .models import EventPage
from .registering.registration import open_more


def seats_may_have_grown(instance: EventPage, **_kwargs) -> None:
    open_more(instance)
