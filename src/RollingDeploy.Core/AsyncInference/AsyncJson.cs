using System.Text.Json.Serialization;

namespace RollingDeploy.Core.AsyncInference;

/// <summary>The JSON metadata of the commands, events and state in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(InvokeAsync))]
[JsonSerializable(typeof(RecordAsyncAnswer))]
[JsonSerializable(typeof(AsyncRequestStarted))]
[JsonSerializable(typeof(AsyncRequestCompleted))]
[JsonSerializable(typeof(AsyncRequestFailed))]
[JsonSerializable(typeof(AsyncRequestExpired))]
[JsonSerializable(typeof(AsyncRequestReturned))]
[JsonSerializable(typeof(AsyncRequestNotified))]
[JsonSerializable(typeof(SavedQueue))]
[JsonSerializable(typeof(SavedRequest))]
internal sealed partial class AsyncJson : JsonSerializerContext;
