using System.Reflection;
using System.Text.Json.Serialization;

namespace RollingDeploy.Core.Tests.Documents;

/// <summary>The types of all members that a type holds, nested ones too, as far as they are of Core.</summary>
internal static class Members
{
    public static IEnumerable<(string Path, Type Type)> Of(Type root)
    {
        var (seen, found) = (new HashSet<Type>(), new List<(string, Type)>());
        Walk(root.Name, root, seen, found);
        return found;
    }

    private static void Walk(string path, Type type, HashSet<Type> seen, List<(string, Type)> found)
    {
        // What has a converter is written down by it, as text or numbers.
        if (type.Assembly != typeof(World).Assembly
            || type.IsEnum
            || !seen.Add(type)
            || type.GetCustomAttribute<JsonConverterAttribute>() is not null)
        {
            return;
        }

        foreach (var derived in type.GetCustomAttributes<JsonDerivedTypeAttribute>())
        {
            Walk($"{path}<{derived.DerivedType.Name}>", derived.DerivedType, seen, found);
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            found.Add(($"{path}.{field.Name}", field.FieldType));
            foreach (var part in field.FieldType.IsGenericType ? field.FieldType.GetGenericArguments() : [field.FieldType])
            {
                Walk($"{path}.{field.Name}", part, seen, found);
            }
        }
    }
}
