import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.CallsApi;
import org.openapitools.client.api.LeadersApi;
import org.openapitools.client.api.SourceArticlesApi;
import org.openapitools.client.model.Call;
import org.openapitools.client.model.SourceArticle;
import org.openapitools.client.model.SourceArticleInput;

/** Walks the two example articles with the generated client: Walk URL FOLDER-OF-THE-ARTICLES. */
public final class Walk {

    public static void main(String[] args) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(args[0]);
        SourceArticlesApi articles = new SourceArticlesApi(client);
        CallsApi calls = new CallsApi(client);
        SourceArticle first = articles.postArticle(new SourceArticleInput()
                .text(Files.readString(Path.of(args[1], "defence-talks.txt")))
                .publisher("Defence Talks"), "walk", null);
        SourceArticle second = articles.postArticleText(
                Files.readString(Path.of(args[1], "menafn.txt")), null, "MENAFN", null, null, null, null, null, null);
        check(first.getReports().size() == 3 && second.getReports().size() == 3, "reports");

        Call call = calls.listCalls(
                        List.of("Olaf Scholz", "Путин"), null, "2024-11-01", null, null, null, null, null, null, null,
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                .getItems()
                .get(0);
        check(call.getDuration().getBest() == 55, "duration");
        check(call.getInitiator() == null, "initiator");
        check(
                calls.getCallReconciliation(call.getId(), null, null, null).getProperties().get("duration").getSupporting().stream()
                        .anyMatch(w -> w.getText().equals("nearly an hour")),
                "evidence");
        check(
                new LeadersApi(client)
                        .listLeaders("Sholz", null, null, null, null, null, null)
                        .getItems()
                        .get(0)
                        .getId()
                        .equals("olaf-scholz"),
                "leader");
        try {
            calls.getCallReconciliation(call.getId(), "nonsense", null, null);
            check(false, "a bad profile was taken");
        } catch (ApiException refused) {
            check(refused.getCode() == 400, "code");
        }
        System.out.println("java client: walked");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
