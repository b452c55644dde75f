using System.Reflection;
using System.Reflection.Emit;

namespace RollingDeploy.Tests.Shared.Architecture;

/// <summary>Which type uses which, read from compiled code: signatures, fields, attributes and the bodies of methods.</summary>
internal static class TypeGraph
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes).GetFields(
        BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Each use of one type of <paramref name="assembly"/> by another; nested types count as those they stand in.</summary>
    public static IReadOnlySet<(Type User, Type Used)> Of(Assembly assembly) =>
        Uses(assembly).Where(use => use.Used.Assembly == assembly && use.Used != use.User).ToHashSet();

    /// <summary>Each use of a type of another assembly.</summary>
    public static IReadOnlySet<(Type User, Type Used)> Externals(Assembly assembly) =>
        Uses(assembly).Where(use => use.Used.Assembly != assembly).ToHashSet();

    private static IEnumerable<(Type User, Type Used)> Uses(Assembly assembly) => assembly.GetTypes()
        .SelectMany(user => UsedBy(user).SelectMany(Parts).Select(used => (User: Outermost(user), Used: Outermost(used))))
        .Where(use => use.Used.Namespace is not null && use.User.Namespace is not null);

    private static IEnumerable<Type?> UsedBy(Type type) =>
    [
        type.BaseType,
        .. type.GetInterfaces(),
        .. type.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()),
        .. type.GetCustomAttributesData().Select(attribute => attribute.AttributeType),
        .. type.GetFields(All).Select(field => field.FieldType),
        .. type.GetMethods(All).SelectMany(method => UsedBy(method).Append(method.ReturnType)),
        .. type.GetConstructors(All).SelectMany(UsedBy),
    ];

    private static IEnumerable<Type?> UsedBy(MethodBase method) =>
    [
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method.IsGenericMethodDefinition
            ? method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints())
            : [],
        .. method.GetMethodBody() is { } body ? UsedBy(method, body) : [],
    ];

    private static IEnumerable<Type?> UsedBy(MethodBase method, MethodBody body)
    {
        var types = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var own = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        foreach (var clause in body.ExceptionHandlingClauses.Where(
            clause => clause.Flags == ExceptionHandlingClauseOptions.Clause))
        {
            yield return clause.CatchType;
        }

        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            var member = method.Module.ResolveMember(token, types, own);
            yield return member as Type ?? member!.DeclaringType;
            foreach (var argument in member is MethodInfo { IsGenericMethod: true } called ? called.GetGenericArguments() : [])
            {
                yield return argument;
            }

            yield return member switch
            {
                MethodInfo called => called.ReturnType,
                FieldInfo field => field.FieldType,
                _ => null,
            };
        }
    }

    // The metadata tokens of types and members among a method's instructions.
    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? OpCodes[(short)(0xFE00 | il[at + 1])] : OpCodes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok
                or OperandType.InlineType)
            {
                yield return BitConverter.ToInt32(il, at);
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Parts(Type? type) =>
        type is null ? []
        : type.HasElementType ? Parts(type.GetElementType())
        : type.IsGenericParameter ? []
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
