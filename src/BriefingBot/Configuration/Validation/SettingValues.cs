using System.Collections;
using System.ComponentModel;
using System.Reflection;

namespace BriefingBot.Configuration.Validation;

/// <summary>
/// Compares the values in the settings with the kinds that options have, before any option is read: the binder would name types of the
/// framework, and pass over a list where one value belongs.
/// </summary>
internal static class SettingValues
{
    /// <summary>Longer values may be secrets in the wrong place.</summary>
    private const int LongestShown = 32;

    /// <summary>Finds the values that no option of their name can have.</summary>
    /// <param name="settings">What was read; its names are known.</param>
    /// <param name="sections">The options of each section; null: a section whose values are not ours.</param>
    /// <returns>One line each, with what to write instead.</returns>
    public static IReadOnlyList<string> FindWrong(IConfiguration settings, IReadOnlyDictionary<string, Type?> sections) =>
        [
            .. sections
                .Where(section => section.Value is not null)
                .SelectMany(section => WrongIn(settings.GetSection(section.Key), section.Key, section.Value!)),
        ];

    private static IEnumerable<string> WrongIn(IConfigurationSection section, string name, Type options) =>
        string.IsNullOrEmpty(section.Value)
            ? options
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .SelectMany(property => WrongAt(section.GetSection(property.Name), $"{name}:{property.Name}", property.PropertyType))
            : [$"{name} is a section and has no value of its own; set what is in it, such as {name}:{FirstOf(options)}."];

    private static IEnumerable<string> WrongAt(IConfigurationSection setting, string path, Type type)
    {
        if (
            !setting.Exists()
            || typeof(IDictionary).IsAssignableFrom(type)
            || type.Name.StartsWith("IDictionary", StringComparison.Ordinal)
        )
        {
            return [];
        }

        if (type != typeof(string) && type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
        {
            var item = type.GetGenericArguments()[0];
            return string.IsNullOrEmpty(setting.Value)
                ? setting.GetChildren().SelectMany(child => WrongAt(child, $"{path}:{child.Key}", item))
                : [$"{path} is a list; write its values one by one, the first as {path}:0."];
        }

        if (setting.GetChildren().Any())
        {
            return [$"{path} takes one value and no list or section; write {KindOf(type)}."];
        }

        return setting.Value is not { } value || IsOf(type, value) ? [] : [$"{path} {Said(value)}; {Remedy(type, value)}"];
    }

    /// <summary>As the binder would take it, but an enumeration by its names alone.</summary>
    private static bool IsOf(Type type, string value)
    {
        if (Nullable.GetUnderlyingType(type) is { } optional)
        {
            return value.Length == 0 || IsOf(optional, value);
        }

        if (type == typeof(string))
        {
            return true;
        }

        if (type.IsEnum)
        {
            return Enum.GetNames(type).Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);
        }

        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value) is not null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Said(string value) =>
        value.Trim().Length == 0 ? "is empty"
        : value.Length > LongestShown ? $"has a value of {value.Length} characters"
        : $"is '{value.ReplaceLineEndings(" ")}'";

    private static string Remedy(Type type, string value)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        string[] allowed =
            kind.IsEnum ? Enum.GetNames(kind)
            : kind == typeof(bool) ? ["true", "false"]
            : [];
        return NearestName.Find(value.Trim(), allowed) is { } near && value.Trim().Length > 0
            ? $"did you mean {near}? Write {KindOf(type)}."
            : $"write {KindOf(type)}.";
    }

    private static string KindOf(Type type)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        return kind switch
        {
            { IsEnum: true } => OneOf(Enum.GetNames(kind)),
            _ when kind == typeof(bool) => "true or false",
            _ when kind == typeof(int) => $"a whole number, at most {int.MaxValue}",
            _ when kind == typeof(long) => "a whole number",
            _ when kind == typeof(double) || kind == typeof(decimal) => "a number such as 0.5, with a decimal point",
            _ => "one text",
        };
    }

    private static string OneOf(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";

    private static string FirstOf(Type options) => options.GetProperties(BindingFlags.Public | BindingFlags.Instance)[0].Name;
}
