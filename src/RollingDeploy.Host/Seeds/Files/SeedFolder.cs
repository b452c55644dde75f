using System.Security.Cryptography;
using System.Text;
using RollingDeploy.Host.Hosting.Settings;

namespace RollingDeploy.Host.Seeds.Files;

/// <summary>A seed file as it is on the disk.</summary>
internal sealed record SeedFile(string Path, byte[] Text)
{
    /// <summary>Returns the values at its top: the items of a list, or the value itself.</summary>
    /// <exception cref="StartUpException">It is not valid JSON or YAML, or exceeds a limit.</exception>
    public IEnumerable<SeedNode> Read()
    {
        var into = new NodeBuilder(Path);
        if (Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            JsonSeed.Read(Text, into);
        }
        else
        {
            YamlSeed.Read(Text, into);
        }

        return into.Roots.Count == 0
            ? throw into.Mistake(1, "The file has no values. A file without calls has the content [].")
            : into.Roots.SelectMany(root => root is SeedList list ? list.Items : [root]);
    }
}

/// <summary>Reads the folder of the seeds. It has limits, because all of it is in memory at once.</summary>
internal static class SeedFolder
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    private const long MostBytes = 4L * LargestFile;
    private const int MostFiles = 10_000;

    private static readonly string[] Extensions = [".json", ".yaml", ".yml"];

    /// <summary>Returns the seed files in the order of their names.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="given">What the user wrote, such as <c>--seed is seeds</c>.</param>
    /// <exception cref="StartUpException">The folder or a file cannot be read, or there are too many.</exception>
    public static IReadOnlyList<SeedFile> Read(string folder, string given)
    {
        if (!Directory.Exists(folder))
        {
            throw new StartUpException(File.Exists(folder)
                ? $"{given}; that is a file. Use the folder in which it is."
                : $"{given}; there is no folder {folder}.{Hint(Path.GetFileName(folder))}");
        }

        try
        {
            var names = Directory.EnumerateFileSystemEntries(folder).Where(IsSeed).Take(MostFiles + 1)
                .Order(StringComparer.Ordinal)
                .ToList();
            return names.Count switch
            {
                0 => throw new StartUpException($"{given}; the folder {folder} has no files that end with .json, .yaml or .yml."),
                > MostFiles => throw new StartUpException($"{given}; the folder {folder} has more than {MostFiles} files."),
                _ => ReadAll(names, given),
            };
        }
        catch (Exception odd) when (odd is IOException or UnauthorizedAccessException)
        {
            throw new StartUpException($"{given}; {odd.Message.TrimEnd('.')}. The user who runs RollingDeploy must be able to read it.");
        }
    }

    /// <summary>Returns a text that is another one after every change of a file.</summary>
    public static string Fingerprint(IEnumerable<SeedFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Text.Length}\n"));
            hash.AppendData(file.Text);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static string Hint(string name) =>
        ulong.TryParse(name, out _) ? $" To set the seed of random values, use --RollingDeploy:Seed={name}." : "";

    // A folder with such a name is a folder. Hidden files belong to editors and to mounted volumes.
    private static bool IsSeed(string path) =>
        !Path.GetFileName(path.AsSpan()).StartsWith('.')
        && Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
        && !Directory.Exists(path);

    private static List<SeedFile> ReadAll(List<string> paths, string given)
    {
        var (files, bytes) = (new List<SeedFile>(), 0L);
        foreach (var path in paths)
        {
            // A link has a length of its own. A pipe has the length 0, and is not opened.
            var length = (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length;
            if (length is 0 or > LargestFile)
            {
                throw new SeedPlace(path, 1).Mistake(length == 0
                    ? "The file is empty. A file without calls has the content []."
                    : $"The file has {length} bytes; the largest seed file has {LargestFile}.");
            }

            bytes += length;
            files.Add(bytes <= MostBytes
                ? new(path, File.ReadAllBytes(path))
                : throw new StartUpException($"{given}; its files have more than {MostBytes} bytes together."));
        }

        return files;
    }
}
