namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>Maps the OpenAPI document to /openapi/v1.json, and Swagger UI to /swagger.</summary>
internal static class OpenApiEndpoints
{
    private const string Document = $"/openapi/{OpenApiPage.Name}.json";

    // The introduction has links to operations. Swagger UI would open them in other tabs, because it opens the operation in an
    // address only when a page is loaded.
    private const string FollowLinks = """
        <script>
        addEventListener("click", event => {
          const link = event.target.closest?.(".info a[href^='#/']")?.getAttribute("href");
          if (link) {
            event.preventDefault();
            history.pushState(null, "", link);
            window.ui.layoutActions.parseDeepLinkHash(link);
          }
        });
        </script>
        """;

    public static IServiceCollection AddAwsOpenApi(this IServiceCollection services) => services
        .AddOpenApi(OpenApiPage.Name, options => options.AddDocumentTransformer<AwsOperations>())
        .AddSingleton<OpenApiPage>();

    public static void MapAwsOpenApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(Document, ["GET", "HEAD"], (HttpContext http, OpenApiPage page) => page.Answer(http))
            .ExcludeFromDescription();
        endpoints.MapSwaggerUI("swagger", ui =>
        {
            ui.SwaggerEndpoint(Document, "RollingDeploy");
            ui.DocumentTitle = "RollingDeploy";
            ui.HeadContent = FollowLinks;
            ui.DocExpansion(Swashbuckle.AspNetCore.SwaggerUI.DocExpansion.None);
            ui.EnableTryItOutByDefault();
            ui.EnableFilter();
            ui.EnableDeepLinking();
        });
    }
}
