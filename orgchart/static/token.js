// A page may be open since before its reader signed in again in another tab: whatever it sends
// carries the token that stands now, and once it is answered nobody is told to sign in any more.
const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
const NAME = "csrfmiddlewaretoken";
document.addEventListener("submit", ({ target }) => {
  const field = target.elements[NAME];
  if (field && token()) field.value = token();
}, true);
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.parameters[NAME] && token()) detail.parameters[NAME] = token();
});
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.xhr.status === 200) document.getElementById("signed-out").replaceChildren();
});
