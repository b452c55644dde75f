using Microsoft.OpenApi;

namespace RollingDeploy.Host.Control;

/// <summary>The query parameters that a route has beside the account and the region. It reads them itself.</summary>
internal sealed record QueryParameters(IReadOnlyList<OpenApiParameter> All);
