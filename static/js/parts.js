// An address from before leads to a turn that is in another part by now: the server knows in which.
const [, turn] = /^#t-([\w-]+)/.exec(location.hash) ?? [];
if (turn && !document.getElementById(`t-${turn}`)) {
  const query = new URLSearchParams(location.search);
  query.delete("part");
  if (query.get("turn") !== turn) {
    query.set("turn", turn);
    location.replace(`?${query}${location.hash}`);
  }
}
