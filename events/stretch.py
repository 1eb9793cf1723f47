"""A stretch of time, in days."""

import datetime as dt

from .dates import local_day


class Stretch:
    start: dt.datetime
    end: dt.datetime

    @property
    def first_day(self) -> dt.date:
        return local_day(self.start)

    @property
    def last_day(self) -> dt.date:
        return local_day(self.end)

    @property
    def one_day(self) -> bool:
        return self.first_day == self.last_day
