"""Walks the two example articles with the generated client: walk.py URL FOLDER-OF-THE-ARTICLES"""
import sys

from openapi_client import ApiClient, Configuration, SourceArticleInput
from openapi_client.api import CallsApi, LeadersApi, SourceArticlesApi
from openapi_client.exceptions import BadRequestException

url, examples = sys.argv[1:]
client = ApiClient(Configuration(host=url))
articles, calls, leaders = SourceArticlesApi(client), CallsApi(client), LeadersApi(client)

with open(examples + "/defence-talks.txt", encoding="utf-8") as text:
    first = articles.post_article(SourceArticleInput(text=text.read(), publisher="Defence Talks"))
with open(examples + "/menafn.txt", encoding="utf-8") as text:
    second = articles.post_article_text(body=text.read(), publisher="MENAFN")
assert len(first.reports) == 3 and len(second.reports) == 3, (first, second)

call = calls.list_calls(participant=["Olaf Scholz", "Путин"], var_from="2024-11-01").items[0]
assert (call.duration.low, call.duration.best, call.duration.high) == (50, 55, 59), call
assert [p.leader_id for p in call.participants] == ["olaf-scholz", "vladimir-putin"], call
assert call.previous_call.var_date == "2022-12", call
evidence = calls.get_call_reconciliation(call.id)
assert "nearly an hour" in [w.text for w in evidence.properties["duration"].supporting], evidence
assert calls.get_call_accounts(call.id).accounts and calls.get_related_calls(call.id).items
assert leaders.list_leaders(q="Sholz").items[0].match.score > 0.7
try:
    calls.list_calls(var_from="yesterday")
    raise AssertionError("a bad date was taken")
except BadRequestException as refused:
    assert "INVALID_INPUT" in refused.body
print("python client: walked")
