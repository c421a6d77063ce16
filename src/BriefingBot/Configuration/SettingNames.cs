using System.Collections;
using System.Reflection;

namespace BriefingBot.Configuration;

/// <summary>
/// Compares the names in the settings with those that options have, before any option is read: a section that nothing asks for in this run
/// is checked too.
/// </summary>
internal static class SettingNames
{
    /// <summary>Properties that follow from other settings.</summary>
    private static readonly string[] SetByTheHost = ["Coverage:IsSample"];

    /// <summary>Finds a name that no option has.</summary>
    /// <param name="settings">What was read.</param>
    /// <param name="sections">The options of each section; null: a section whose names are not ours.</param>
    /// <returns>One line that says what it may have been meant to be; null when all are known. Holds no value of a setting.</returns>
    public static string? FindUnknown(IConfiguration settings, IReadOnlyDictionary<string, Type?> sections)
    {
        foreach (var section in settings.GetChildren())
        {
            if (sections.FirstOrDefault(known => Same(known.Key, section.Key)) is not { Key: { } name } known)
            {
                return $"the configuration has an unknown section '{section.Key}'; {Advice(section.Key, sections.Keys, "")}";
            }

            if (known.Value is { } options && FindUnknown(section, options, name) is { } unknown)
            {
                return unknown;
            }
        }

        return null;
    }

    private static string? FindUnknown(IConfiguration section, Type options, string path)
    {
        var properties = options
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property =>
                property.SetMethod?.IsPublic == true && !SetByTheHost.Contains($"{path}:{property.Name}", StringComparer.Ordinal)
            )
            .ToList();
        foreach (var setting in section.GetChildren())
        {
            if (properties.Find(property => Same(property.Name, setting.Key)) is not { } property)
            {
                return $"the configuration has an unknown setting '{setting.Key}' in section {path}; "
                    + $"{Advice(setting.Key, [.. properties.Select(static property => property.Name)], path + ":")}";
            }

            if (HasOptions(property.PropertyType) && FindUnknown(setting, property.PropertyType, $"{path}:{property.Name}") is { } unknown)
            {
                return unknown;
            }
        }

        return null;
    }

    private static string Advice(string wrong, IEnumerable<string> names, string prefix)
    {
        string[] known = [.. names];
        return NearestName.Find(wrong, known) is { } near
            ? $"did you mean {prefix}{near}?"
            : $"known are {string.Join(", ", known.Select(name => prefix + name))}.";
    }

    private static bool HasOptions(Type type) =>
        type.IsClass && type != typeof(string) && type != typeof(Uri) && !typeof(IEnumerable).IsAssignableFrom(type);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
