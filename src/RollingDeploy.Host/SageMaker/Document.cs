using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Host.SageMaker.Shapes;
using RollingDeploy.Host.Wire;

namespace RollingDeploy.Host.SageMaker;

/// <summary>
/// Writes and reads requests as canonical JSON. Core stores them, so that describe operations return all members as given.
/// </summary>
internal static class Document
{
    public static string Write<T>(T record) => JsonSerializer.Serialize(record, TypeOf<T>());

    public static T Read<T>(string document) => JsonSerializer.Deserialize(document, TypeOf<T>())!;

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)WireJson.Describe(SageMakerJson.Default, typeof(T));
}
