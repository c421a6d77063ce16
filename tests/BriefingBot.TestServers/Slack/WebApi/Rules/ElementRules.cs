using System.Text.Json.Nodes;

namespace BriefingBot.TestServers.Slack.WebApi.Rules;

/// <summary>Buttons, menus and the like inside blocks.</summary>
internal static class ElementRules
{
    private static readonly string[] Menus =
    [
        "static_select",
        "external_select",
        "users_select",
        "conversations_select",
        "channels_select",
        "multi_static_select",
        "multi_external_select",
        "multi_users_select",
        "multi_conversations_select",
        "multi_channels_select",
        "overflow",
        "radio_buttons",
        "checkboxes",
        "datepicker",
        "timepicker",
        "datetimepicker",
        "workflow_button",
        "rich_text_input",
    ];

    private static readonly string[] Inputs =
    [
        .. Menus,
        "plain_text_input",
        "email_text_input",
        "url_text_input",
        "number_input",
        "file_input",
    ];

    /// <summary>Elements of an actions block, and accessories of a section.</summary>
    public static void CheckInteractive(Findings findings, JsonObject element, string pointer, bool isAccessory = false)
    {
        switch (element["type"].Text())
        {
            case "button":
                CheckButton(findings, element, pointer);
                break;
            case "image" when isAccessory:
                CheckImage(findings, element, pointer);
                break;
            case { } type when Menus.Contains(type):
                findings.CheckText(element, "action_id", pointer, 255);
                CheckOptions(findings, element, pointer, type);
                break;
            case var other:
                findings.Add($"unsupported type: {other}", $"{pointer}/type");
                break;
        }
    }

    /// <summary>The element of an input block.</summary>
    public static void CheckInput(Findings findings, JsonObject element, string pointer)
    {
        if (!Inputs.Contains(element["type"].Text()))
        {
            findings.Add($"unsupported type: {element["type"].Text()}", $"{pointer}/type");
        }

        findings.CheckText(element, "action_id", pointer, 255);
        CheckOptions(findings, element, pointer, element["type"].Text() ?? "");
    }

    /// <summary>Elements of a context_actions block.</summary>
    public static void CheckContextAction(Findings findings, JsonObject element, string pointer)
    {
        findings.CheckText(element, "action_id", pointer, 255);
        switch (element["type"].Text())
        {
            case "feedback_buttons":
                findings.CheckFields(element, pointer, "type", "action_id", "positive_button", "negative_button");
                foreach (string field in (ReadOnlySpan<string>)["positive_button", "negative_button"])
                {
                    if (element[field] is JsonObject button)
                    {
                        findings.CheckTextObject(button, "text", $"{pointer}/{field}", 75, isPlain: true);
                        findings.CheckText(button, "value", $"{pointer}/{field}", 2000, isRequired: true);
                        findings.CheckText(button, "accessibility_label", $"{pointer}/{field}", 75);
                        findings.CheckFields(button, $"{pointer}/{field}", "text", "value", "accessibility_label");
                    }
                    else
                    {
                        findings.Add($"missing required field: {field}", pointer);
                    }
                }

                break;
            case "icon_button":
                findings.CheckText(element, "icon", pointer, 255, isRequired: true);
                findings.CheckTextObject(element, "text", pointer, 75, isPlain: true);
                findings.CheckText(element, "value", pointer, 2000);
                break;
            case var other:
                findings.Add($"unsupported type: {other}", $"{pointer}/type");
                break;
        }
    }

    public static void CheckImage(Findings findings, JsonObject image, string pointer)
    {
        if (image["slack_file"] is null)
        {
            findings.CheckText(image, "image_url", pointer, 3000, isRequired: true);
        }

        findings.CheckText(image, "alt_text", pointer, 2000, isRequired: true);
    }

    private static void CheckButton(Findings findings, JsonObject button, string pointer)
    {
        findings.CheckTextObject(button, "text", pointer, 75, isPlain: true);
        findings.CheckText(button, "action_id", pointer, 255);
        findings.CheckText(button, "value", pointer, 2000);
        findings.CheckText(button, "url", pointer, 3000);
        findings.CheckText(button, "accessibility_label", pointer, 75);
        if (button["style"] is { } style && style.Text() is not ("primary" or "danger"))
        {
            findings.Add("must be a valid enum value", $"{pointer}/style");
        }

        findings.CheckFields(button, pointer, "type", "text", "action_id", "value", "url", "style", "confirm", "accessibility_label");
    }

    private static void CheckOptions(Findings findings, JsonObject element, string pointer, string type)
    {
        if (element["options"] is null && element["option_groups"] is null)
        {
            if (type is "static_select" or "multi_static_select" or "overflow" or "radio_buttons" or "checkboxes")
            {
                findings.Add("missing required field: options", pointer);
            }

            return;
        }

        if (element["options"] is null)
        {
            return;
        }

        int max = type switch
        {
            "overflow" => 5,
            "radio_buttons" or "checkboxes" => 10,
            _ => 100,
        };
        foreach ((JsonObject option, string place) in findings.CheckArray(element, "options", pointer, max))
        {
            findings.CheckTextObject(option, "text", place, 75);
            findings.CheckText(option, "value", place, 150, isRequired: true);
        }
    }
}
