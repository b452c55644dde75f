namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>Maps the OpenAPI document to /openapi/v1.json, and Swagger UI to /swagger.</summary>
internal static class OpenApiEndpoints
{
    private const string Document = $"/openapi/{OpenApiPage.Name}.json";

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
            ui.DocExpansion(Swashbuckle.AspNetCore.SwaggerUI.DocExpansion.None);
            ui.EnableTryItOutByDefault();
            ui.EnableFilter();
            ui.EnableDeepLinking();
        });
    }
}
