import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['target/', 'node_modules/'] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-implicit-globals': 'error',
      'no-restricted-properties': [
        'error',
        // A report's text reaches the page as text nodes only.
        { property: 'innerHTML', message: 'Report data is text: use textContent or element().' },
        { property: 'outerHTML', message: 'Report data is text: use textContent or element().' },
        { property: 'insertAdjacentHTML', message: 'Report data is text: use element().' },
      ],
    },
  },
  {
    files: ['src/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['src/**/*.js'],
    ignores: ['src/main/resources/static/app/map/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'L', message: 'Only app/map/ knows Leaflet.' }],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/map/leaflet.js'], message: 'Only app/map/ knows Leaflet.' }] },
      ],
    },
  },
  {
    files: ['test/**/*.js', 'browser-tests/**/*.js', 'build/**/*.js', 'eslint.config.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
