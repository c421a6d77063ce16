using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BriefingBot.Core.Answering;

namespace BriefingBot.EndToEnd.Tests.Architecture;

/// <summary>
/// Patterns meet texts of articles and people: each one has a time limit or an engine that does not backtrack, so that no text can hold up
/// the bot.
/// </summary>
public sealed class RegexLimitTests
{
    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Assemblies =
    [
        .. Directory
            .EnumerateFiles(Path.GetDirectoryName(typeof(VerifiedAnswer).Assembly.Location)!, "BriefingBot*.dll")
            .Where(file => Directory.Exists(Path.Combine(ProjectFile.Repository, "src", Path.GetFileNameWithoutExtension(file))))
            .Select(Assembly.LoadFrom),
    ];

    [Fact]
    public void Every_project_is_looked_through() =>
        Assert.Equal(
            Directory
                .EnumerateDirectories(Path.Combine(ProjectFile.Repository, "src"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            Assemblies.Select(static assembly => assembly.GetName().Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_generated_pattern_is_bounded() => AssertBounded(Generated());

    [Fact]
    public void Every_pattern_that_a_class_keeps_is_bounded() => AssertBounded(Kept());

    private static void AssertBounded(IEnumerable<(string Where, Regex Pattern)> patterns)
    {
        var all = patterns.ToList();

        Assert.True(all.Count > 50, $"Only {all.Count} patterns were found.");
        string faults = string.Join(
            '\n',
            all.Where(found =>
                    found.Pattern.MatchTimeout == Regex.InfiniteMatchTimeout && !found.Pattern.Options.HasFlag(RegexOptions.NonBacktracking)
                )
                .Select(found => $"{found.Where} may match without end: give it a time limit or RegexOptions.NonBacktracking.")
        );
        Assert.True(faults.Length == 0, faults);
    }

    private static IEnumerable<(string Where, Regex Pattern)> Generated() =>
        from type in Types()
        from method in type.GetMethods(Members)
        where method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0 && !method.ContainsGenericParameters
        where method.GetCustomAttribute<GeneratedRegexAttribute>() is not null
        select ($"{type.FullName}.{method.Name}", (Regex)method.Invoke(null, null)!);

    /// <summary>Fields, also of what wraps a pattern, and lists and tables of them; built from the word lists as they are in use.</summary>
    private static IEnumerable<(string Where, Regex Pattern)> Kept() =>
        from type in Types()
        from field in type.GetFields(Members)
        where !field.IsLiteral && MayHold(field.FieldType, 0)
        from pattern in PatternsIn(Value(type, field), 0)
        select ($"{type.FullName}.{field.Name}", pattern);

    private static object? Value(Type type, FieldInfo field)
    {
        RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        return field.GetValue(null);
    }

    /// <summary>A pattern, one of our classes, or a list of such.</summary>
    private static bool MayHold(Type type, int depth) =>
        depth < 3
        && (
            type == typeof(Regex)
            || (type.Namespace ?? "").StartsWith("BriefingBot", StringComparison.Ordinal) && type is { IsEnum: false, IsByRefLike: false }
            || (type.HasElementType && MayHold(type.GetElementType()!, depth + 1))
            || type.GetGenericArguments().Any(argument => MayHold(argument, depth + 1))
        );

    private static IEnumerable<Regex> PatternsIn(object? value, int depth)
    {
        if (value is Regex pattern)
        {
            return [pattern];
        }

        if (value is null or string or Delegate || depth > 4)
        {
            return [];
        }

        if (value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Lazy<>))
        {
            return MayHold(type.GetGenericArguments()[0], 2)
                ? PatternsIn(type.GetProperty(nameof(Lazy<>.Value))!.GetValue(value), depth + 1)
                : [];
        }

        if (value is System.Collections.IEnumerable list and not System.Collections.IDictionary)
        {
            return list.Cast<object?>().Take(5000).SelectMany(item => PatternsIn(item, depth + 1));
        }

        return (value.GetType().Namespace ?? "").StartsWith("BriefingBot", StringComparison.Ordinal) || value is ITuple
            ? value
                .GetType()
                .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(field => value is ITuple || MayHold(field.FieldType, 0))
                .SelectMany(field => PatternsIn(field.GetValue(value), depth + 1))
            : [];
    }

    private static IEnumerable<Type> Types() =>
        Assemblies.SelectMany(static assembly => assembly.GetTypes()).Where(static type => !type.ContainsGenericParameters);
}
