"""A figure within a text, between the editor's window and the database."""

from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    InlineEntityElementHandler,
)

from .figures import FigureInText, number_in

TYPE = "FIGURE"


class FigureElementHandler(InlineEntityElementHandler):
    """The name stands in the editor's window, where the page has the value."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs):
        key = number_in(attrs)
        figure = FigureInText.get_model()._default_manager.filter(pk=key).first()
        return {"id": key, "string": str(figure) if figure else "?"}

    def handle_endtag(self, name, state, contentstate):
        key = state.current_entity_ranges[-1].key
        data = contentstate.entity_map[key].data
        state.current_block.text += data["string"]
        state.leading_whitespace = KEEP_WHITESPACE
        super().handle_endtag(name, state, contentstate)


def figure_element(props):
    return DOM.create_element("embed", {"embedtype": "figure", "id": props.get("id")})


RULE = {
    "from_database_format": {'embed[embedtype="figure"]': FigureElementHandler(TYPE)},
    "to_database_format": {"entity_decorators": {TYPE: figure_element}},
}
