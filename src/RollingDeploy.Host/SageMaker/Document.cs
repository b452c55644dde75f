using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// Requests as the core keeps them: canonical JSON, so that members it does not understand come back as they were given.
/// </summary>
internal static class Document
{
    public static string Write<T>(T record) => JsonSerializer.Serialize(record, TypeOf<T>());

    public static T Read<T>(string document) => JsonSerializer.Deserialize(document, TypeOf<T>())!;

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)WireJson.Describe(SageMakerJson.Default, typeof(T));
}
