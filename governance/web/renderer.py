"""Forms speak with one voice: every field is drawn by `components/field.html`."""

from django.forms.renderers import TemplatesSetting


class HouseRenderer(TemplatesSetting):
    """Named by the setting FORM_RENDERER."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
