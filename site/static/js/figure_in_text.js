/* In the editor's window: chooses a figure of the register and puts its name into the sentence. */
(() => {
  const { draftail, React, DraftJS } = window;

  class FigureSource extends draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.figureChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    onChosen({ id, string }) {
      const { editorState, entityType, onComplete } = this.props;
      const content = editorState.getCurrentContent();
      const named = content.createEntity(entityType.type, "IMMUTABLE", { id, string });
      const key = named.getLastCreatedEntityKey();
      const text = DraftJS.Modifier.replaceText(named, editorState.getSelection(), string, null, key);
      this.workflow.close();
      onComplete(DraftJS.EditorState.push(editorState, text, "insert-characters"));
    }
  }

  const FigureName = (props) => {
    const { string } = props.contentState.getEntity(props.entityKey).getData();
    const icon = React.createElement(window.wagtail.components.Icon, { name: "decimal" });
    return React.createElement("span", { title: string, className: "figure-name" }, icon, props.children);
  };

  draftail.registerPlugin({ type: "FIGURE", source: FigureSource, decorator: FigureName });
})();
