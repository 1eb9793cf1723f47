"""How the admin compares two versions of a field of ours."""

from wagtail.admin.compare import M2MFieldComparison, register_comparison_class

from .fields import ChoiceListField


class ChoiceListComparison(M2MFieldComparison):
    def get_item_display(self, item):
        return str(dict(self.field.options).get(item, item))


register_comparison_class(ChoiceListField, comparison_class=ChoiceListComparison)
