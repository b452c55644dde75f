namespace RollingDeploy.Host.Wire.OpenApi;

/// <summary>The OpenAPI document at /openapi/v1.json, and Swagger UI over it at /swagger.</summary>
internal static class OpenApiEndpoints
{
    private const string Document = "/openapi/v1.json";

    public static IServiceCollection AddAwsOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(options => options.AddDocumentTransformer<AwsOperations>());

    public static void MapAwsOpenApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi();
        endpoints.MapSwaggerUI("swagger", ui =>
        {
            ui.SwaggerEndpoint(Document, "RollingDeploy");
            ui.DocumentTitle = "RollingDeploy";
            ui.DocExpansion(Swashbuckle.AspNetCore.SwaggerUI.DocExpansion.None);
            ui.EnableTryItOutByDefault();
            ui.EnableFilter();
        });
    }
}
