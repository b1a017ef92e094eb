import java.util.Properties;
import org.apache.solr.embedded.JettyConfig;
import org.apache.solr.embedded.JettySolrRunner;

/** A Solr with the cores of one folder, until it is killed: `SolrServer FOLDER PORT`. */
public final class SolrServer {
  public static void main(String[] arguments) throws Exception {
    JettyConfig config =
        JettyConfig.builder()
            .setPort(Integer.parseInt(arguments[1]))
            .setContext("/solr")
            .stopAtShutdown(true)
            .build();
    new JettySolrRunner(arguments[0], new Properties(), config).start();
    Thread.currentThread().join();
  }
}
