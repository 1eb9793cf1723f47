"""The components that make no sense alone, each with the reason."""

NOT_SHOWN = {
    "components/alternates.html": "links in a page's head, which nobody sees",
    "components/open_graph.html": "words in a page's head, which nobody sees",
    "components/instant_head.html": "settings in a page's head, which nobody sees",
    "components/instant.html": "attributes of an element, which nobody sees",
    "components/instant_words.html": "is heard, and seen when a list could not be renewed only",
    "components/near_fields.html": "two fields of a form, seen with the others of a list",
    "components/shortlist_link.html": "is in the header once somebody is on the list",
    "components/desk_panel.html": "is of the editors' admin, and drawn with its styles",
    "components/name_cell.html": "a cell of the editors' lists, drawn with the admin's styles",
    "blocks/captioned_image_preview.html": "the admin's preview of a picture with a caption",
    "blocks/document_preview.html": "the admin's preview of a document",
    "blocks/resources/checklist_item_preview.html": "the admin's preview of a checklist item",
    "blocks/resources/open_day_preview.html": "the admin's preview of an event to choose",
}
