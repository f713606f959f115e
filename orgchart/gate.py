"""What is settled of every request before a page sees it, and of every answer after.

Its one rule on the way in: what is sent is measured before it is read.
"""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render, resolve_url
from django.utils.cache import patch_cache_control
from django_htmx.http import reswap, retarget


def client_address(request):
    """The address that signing in is held back for: behind a proxy, the one that the proxy saw."""
    passed_on = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return passed_on.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR")


def typed_in(request):
    """The texts of a form that was sent, of more than one word each."""
    sent = request.POST.lists()
    return [value for _, values in sent for value in values if len(value.split()) > 1]


class SizeMiddleware:
    """Refuse what is too large, or does not say how large it is, without reading it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "HTTP_TRANSFER_ENCODING" in request.META:
            return render(request, "413.html", {"most": None}, status=411)
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > settings.LARGEST_BODY:
            most = settings.LARGEST_BODY // 1024**2
            return render(request, "413.html", {"most": most}, status=413)
        return self.get_response(request)


class NullMiddleware:
    """There is no page, unit or post by a name with a character that no database keeps.

    What is typed into a form is its own affair, and refused beside its field.
    """

    NAMES = ("of", "to", "q")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        sent = [request.path, *(value for _, values in request.GET.lists() for value in values)]
        sent += [value for name in self.NAMES for value in request.POST.getlist(name)]
        if any("\0" in value for value in sent):
            raise Http404
        return self.get_response(request)


class PrivateMiddleware:
    """Let nobody keep a page for which it mattered who had signed in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.session.accessed:
            patch_cache_control(response, private=True, no_store=True)
        return response


class AddressMiddleware:
    """Leave the address as it is where only a part of the page is asked for, such as a dialog."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.htmx and request.htmx.target != "page":
            response["HX-Push-Url"] = "false"
        return response


class SignedOutMiddleware:
    """Let nobody lose what they typed because they were signed out while they typed it.

    A script is told so beside what is on the page; without one, a page shows what was typed.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not response.get("Location", "").startswith(f"{resolve_url(settings.LOGIN_URL)}?"):
            return response
        if request.htmx:
            told = render(request, "parts/signed_out.html", status=401)
            return reswap(retarget(told, "#signed-out"), "innerHTML")
        if typed := typed_in(request):
            page = {"typed": typed, "address": request.path}
            return render(request, "signed_out.html", page, status=401)
        return response
