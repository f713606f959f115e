from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self):
        """Say to the structures' pages how the labels of a draft are found."""
        from posts.views.labels import compared_by
        from reports.assemble import labels_so_far
        from reports.restructures import papers_of

        compared_by(labels_so_far, papers_of)
