import polyglotI18nProvider from 'ra-i18n-polyglot';
import englishMessages from 'ra-language-english';
import type { I18nProvider } from 'react-admin';

const { ra } = englishMessages;

/** react-admin's own sentences, put in the words of the tracker where they speak of "items". */
const messages = {
  ...englishMessages,
  ra: {
    ...ra,
    action: {
      ...ra.action,
      add_filter: 'More filters',
      export: 'Export',
      select_columns: 'Columns',
      select_all: 'Select all on this page',
      select_row: 'Select this row',
      unselect: 'Clear the selection',
      bulk_actions: '1 selected |||| %{smart_count} selected',
      expand: 'Show why',
      close: 'Hide why',
    },
    auth: {
      ...ra.auth,
      auth_check_error: 'Please sign in to go on.',
      user_menu: 'Your account',
      logout: 'Sign out',
    },
    message: {
      ...ra.message,
      invalid_form: 'Something is missing or not right yet; it is marked in the form.',
      unsaved_changes: 'What you typed is not saved yet. Leave without saving it?',
      error: 'Something went wrong. Nothing was saved; please try again.',
    },
    navigation: {
      ...ra.navigation,
      no_results: 'Nothing matches these filters.',
      no_filtered_results: 'Nothing matches these filters.',
      clear_filters: 'Clear the filters',
      page_rows_per_page: 'Rows on a page:',
      page_range_info: '%{offsetBegin} to %{offsetEnd} of %{total}',
      partial_page_range_info: '%{offsetBegin} to %{offsetEnd} of more than %{offsetEnd}',
    },
    notification: {
      ...ra.notification,
      updated: 'Saved',
      created: 'Saved',
      deleted: 'Removed',
      http_error: 'The tracker cannot be reached. Check your connection and try again.',
      logged_out: 'You were signed out. Please sign in again.',
    },
    saved_queries: {
      ...ra.saved_queries,
      label: 'Saved filters',
      query_name: 'A name for these filters',
      new_label: 'Save these filters…',
      new_dialog_title: 'Save these filters under a name',
      remove_label: 'Remove saved filters',
      remove_label_with_name: 'Remove the saved filters “%{name}”',
      remove_dialog_title: 'Remove these saved filters?',
      remove_message: 'This removes the name from your list. No school or visit is changed.',
      help: 'Filter the list, then save the filters to find them again later',
    },
    validation: { ...ra.validation, required: 'Please fill this in' },
  },
};

export const i18nProvider: I18nProvider = polyglotI18nProvider(() => messages, 'en', [], {
  allowMissing: true,
});
