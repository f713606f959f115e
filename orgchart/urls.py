"""The site map: signing in and one's password, then each room's own list."""

from django.contrib.auth.views import LogoutView
from django.urls import include, path

from orgchart.views import Password, SignIn

handler500 = "orgchart.views.server_error"

urlpatterns = [
    path("sign-in/", SignIn.as_view(), name="sign-in"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
    path("password/", Password.as_view(), name="password"),
    path("", include("divisions.urls")),
    path("<slug:council>/", include("posts.council_urls")),
    path("<slug:council>/", include("reports.urls")),
    path("<slug:council>/structures/<str:structure>/", include("posts.urls")),
]
