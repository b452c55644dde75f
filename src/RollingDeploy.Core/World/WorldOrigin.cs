using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using RollingDeploy.Core.Containers;
using RollingDeploy.Core.Endpoints;
using RollingDeploy.Core.Fleets;
using RollingDeploy.Core.Models;

namespace RollingDeploy.Core;

/// <summary>
/// The beginning of a world as data: all settings on which its results depend. Its commands give the same results again only with
/// the same settings.
/// </summary>
public sealed record WorldOrigin
{
    /// <summary>The current format of the document.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The format of the document.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>See <see cref="WorldSettings.Start"/>.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>See <see cref="WorldSettings.Seed"/>.</summary>
    public required ulong Seed { get; init; }

    /// <summary>See <see cref="WorldSettings.Epoch"/>.</summary>
    public required long Epoch { get; init; }

    /// <summary>See <see cref="WorldSettings.Timings"/>.</summary>
    public required FleetTimings Timings { get; init; }

    /// <summary>See <see cref="WorldSettings.RollbackStatus"/>.</summary>
    public required EndpointStatus RollbackStatus { get; init; }

    /// <summary>See <see cref="WorldSettings.BakeAfterLastStep"/>.</summary>
    public required bool BakeAfterLastStep { get; init; }

    /// <summary>See <see cref="WorldSettings.ModelAccess"/>.</summary>
    public required ModelAccess ModelAccess { get; init; }

    /// <summary>See <see cref="WorldSettings.Behaviors"/>.</summary>
    public required ImmutableArray<ImageBehavior> Behaviors { get; init; }

    /// <summary>See <see cref="WorldSettings.KeptDeployments"/>.</summary>
    public required int KeptDeployments { get; init; }

    /// <summary>Returns the origin of a world with these settings.</summary>
    public static WorldOrigin Of(WorldSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new()
        {
            Start = settings.Start,
            Seed = settings.Seed,
            Epoch = settings.Epoch,
            Timings = settings.Timings,
            RollbackStatus = settings.RollbackStatus,
            BakeAfterLastStep = settings.BakeAfterLastStep,
            ModelAccess = settings.ModelAccess,
            Behaviors = settings.Behaviors,
            KeptDeployments = settings.KeptDeployments,
        };
    }

    /// <summary>Returns the settings of the world with this origin. What its results do not depend on is kept.</summary>
    public WorldSettings ApplyTo(WorldSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings with
        {
            Start = Start,
            Seed = Seed,
            Epoch = Epoch,
            Timings = Timings,
            RollbackStatus = RollbackStatus,
            BakeAfterLastStep = BakeAfterLastStep,
            ModelAccess = ModelAccess,
            Behaviors = Behaviors,
            KeptDeployments = KeptDeployments,
        };
    }

    /// <summary>Writes the document.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, TypeInfo);

    /// <summary>Reads a document.</summary>
    /// <exception cref="CommandDocumentException">It is not an origin, or it has a newer format.</exception>
    public static WorldOrigin Read(Stream document)
    {
        try
        {
            var read = JsonSerializer.Deserialize(document, TypeInfo)!;
            return read.Format == CurrentFormat ? read : throw new CommandDocumentException(
                $"The format {read.Format} is not known; this version reads the format {CurrentFormat}.");
        }
        catch (JsonException error)
        {
            throw new CommandDocumentException($"The origin of a world cannot be read: {error.Message}", error);
        }
    }

    private static JsonTypeInfo<WorldOrigin> TypeInfo =>
        (JsonTypeInfo<WorldOrigin>)WorldJson.Options.GetTypeInfo(typeof(WorldOrigin));
}

/// <summary>The JSON metadata of the documents in this folder.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, UseStringEnumConverter = true)]
[JsonSerializable(typeof(WorldOrigin))]
internal sealed partial class OriginJson : JsonSerializerContext;
